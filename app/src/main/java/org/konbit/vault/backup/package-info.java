/** The whole database as one encrypted file, and back. */
@NullMarked
package org.konbit.vault.backup;

import org.jspecify.annotations.NullMarked;
