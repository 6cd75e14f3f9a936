/** What stands in the directory from the first start on. */
@NullMarked
package org.konbit.directory.shipped;

import org.jspecify.annotations.NullMarked;
