/** {@code konbit simulate}. */
@NullMarked
package org.konbit.simulation.cli;

import org.jspecify.annotations.NullMarked;
