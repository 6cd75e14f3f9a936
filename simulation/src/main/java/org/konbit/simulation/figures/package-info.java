/** The figures that a simulation rests on besides the law: each with its source and its range. */
@NullMarked
package org.konbit.simulation.figures;

import org.jspecify.annotations.NullMarked;
