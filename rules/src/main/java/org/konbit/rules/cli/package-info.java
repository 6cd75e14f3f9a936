/** The command line: one household screened, the rules checked and laid out. */
@NullMarked
package org.konbit.rules.cli;

import org.jspecify.annotations.NullMarked;
