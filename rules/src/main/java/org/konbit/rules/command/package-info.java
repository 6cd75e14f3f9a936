/** What every command of Konbit says alike: how it ended, and that it was called wrongly. */
@NullMarked
package org.konbit.rules.command;

import org.jspecify.annotations.NullMarked;
