/** Blind indexes over sealed fields. */
@NullMarked
package org.konbit.vault.index;

import org.jspecify.annotations.NullMarked;
