/** What an operator does at the terminal. */
@NullMarked
package org.konbit.vault.operation;

import org.jspecify.annotations.NullMarked;
