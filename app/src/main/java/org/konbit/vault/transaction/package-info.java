/** What belongs to one transaction. */
@NullMarked
package org.konbit.vault.transaction;

import org.jspecify.annotations.NullMarked;
