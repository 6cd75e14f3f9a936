/** Measures the interview from inside its own package. */
@NullMarked
package org.konbit.screening.interview;

import org.jspecify.annotations.NullMarked;
