/**
 * People and homes as a survey tells them, in columns, and their import from the Census Bureau's
 * public-use microdata. Arrays stand in the place of records here, because there may be 20 million
 * people.
 */
@NullMarked
package org.konbit.simulation.microdata;

import org.jspecify.annotations.NullMarked;
