/** What can be published, and the files it is written in. */
@NullMarked
package org.konbit.toolkit.content;

import org.jspecify.annotations.NullMarked;
