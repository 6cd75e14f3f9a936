/**
 * The rules over a population: what a bill would change, for how many, at what cost. A plain
 * library; knows the rules engine and the shipped packs, no database and no web.
 */
@NullMarked
package org.konbit.simulation;

import org.jspecify.annotations.NullMarked;
