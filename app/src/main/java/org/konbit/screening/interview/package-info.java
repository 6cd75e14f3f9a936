/**
 * The interview: one question a page, as few as the law allows, from who belongs to the family to
 * the answer. Everything it knows travels sealed in the page itself.
 */
@NullMarked
package org.konbit.screening.interview;

import org.jspecify.annotations.NullMarked;
