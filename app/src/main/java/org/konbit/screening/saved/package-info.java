/**
 * Answers that a family chose to save, under a code that only the family has: without it nobody can
 * read them, the host included.
 */
@NullMarked
package org.konbit.screening.saved;

import org.jspecify.annotations.NullMarked;
