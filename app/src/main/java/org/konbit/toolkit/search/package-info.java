/** Search over what is published, in memory; nothing of a search is kept. */
@NullMarked
package org.konbit.toolkit.search;

import org.jspecify.annotations.NullMarked;
