/** The installation's key, kept in a file. */
@NullMarked
package org.konbit.vault.key;

import org.jspecify.annotations.NullMarked;
