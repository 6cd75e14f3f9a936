/**
 * Gives noncitizens of a survey an immigration status, which no survey asks: logical edits, the
 * residual method's controls, and several random draws whose spread tells the uncertainty. What is
 * drawn stays inside a simulation; it is never attached to a real person.
 */
@NullMarked
package org.konbit.simulation.status;

import org.jspecify.annotations.NullMarked;
