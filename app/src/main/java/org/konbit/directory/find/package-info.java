/** The pages on which a family finds help. */
@NullMarked
package org.konbit.directory.find;

import org.jspecify.annotations.NullMarked;
