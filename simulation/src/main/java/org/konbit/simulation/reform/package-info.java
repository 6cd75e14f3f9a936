/** Proposed law as small packs that are laid over the law in force. */
@NullMarked
package org.konbit.simulation.reform;

import org.jspecify.annotations.NullMarked;
