/**
 * A made-up population of Massachusetts and Connecticut, weighted to the published margins, for
 * those who have no microdata. It is a function of its seed and size.
 */
@NullMarked
package org.konbit.simulation.synthetic;

import org.jspecify.annotations.NullMarked;
