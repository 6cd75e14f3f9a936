/**
 * What a run found, as tables for people and programs, and how it compares with published figures.
 */
@NullMarked
package org.konbit.simulation.report;

import org.jspecify.annotations.NullMarked;
