/**
 * Runs the law and a reform over a population, and tells what differs, for how many, how surely.
 */
@NullMarked
package org.konbit.simulation.run;

import org.jspecify.annotations.NullMarked;
