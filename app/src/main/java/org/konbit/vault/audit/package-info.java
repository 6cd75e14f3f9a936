/** The chain of what was done. */
@NullMarked
package org.konbit.vault.audit;

import org.jspecify.annotations.NullMarked;
