/** Clocks of records, holds, and the job that destroys what is due. */
@NullMarked
package org.konbit.vault.retention;

import org.jspecify.annotations.NullMarked;
