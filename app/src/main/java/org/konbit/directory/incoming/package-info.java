/** Files of the standard that come in: read, checked, taken, and what was wrong in them mended. */
@NullMarked
package org.konbit.directory.incoming;

import org.jspecify.annotations.NullMarked;
