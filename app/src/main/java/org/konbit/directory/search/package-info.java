/** Finds services by need, words, place, language and whether they take new people on. */
@NullMarked
package org.konbit.directory.search;

import org.jspecify.annotations.NullMarked;
