/** The rules engine: a family's document in, a cited answer out. No Spring, no database. */
@NullMarked
package org.konbit.rules;

import org.jspecify.annotations.NullMarked;
