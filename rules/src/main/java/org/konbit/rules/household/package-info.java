/**
 * A family's document: its fixed vocabulary, how it is read and refused, and what follows from it.
 */
@NullMarked
package org.konbit.rules.household;

import org.jspecify.annotations.NullMarked;
