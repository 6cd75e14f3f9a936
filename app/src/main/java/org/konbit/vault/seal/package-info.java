/** Organisations' keys and what they encrypt. */
@NullMarked
package org.konbit.vault.seal;

import org.jspecify.annotations.NullMarked;
