/**
 * One household screened: outcomes with reasons, what would change them and when, and which
 * question would settle most.
 */
@NullMarked
package org.konbit.rules.screening;

import org.jspecify.annotations.NullMarked;
