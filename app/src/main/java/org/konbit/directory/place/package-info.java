/** The towns and ZIP codes of the states that are served, and how far they are apart. */
@NullMarked
package org.konbit.directory.place;

import org.jspecify.annotations.NullMarked;
