/** The Census Bureau's public-use microdata of the American Community Survey, read as it comes. */
@NullMarked
package org.konbit.simulation.microdata.pums;

import org.jspecify.annotations.NullMarked;
