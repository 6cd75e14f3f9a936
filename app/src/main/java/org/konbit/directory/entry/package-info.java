/** Entries, their services and places, and how fresh they are. */
@NullMarked
package org.konbit.directory.entry;

import org.jspecify.annotations.NullMarked;
