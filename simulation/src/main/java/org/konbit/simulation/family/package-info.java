/**
 * From a survey's home to the household that the law looks at: relatives, tax returns, income,
 * insurance, and a status drawn for each noncitizen.
 */
@NullMarked
package org.konbit.simulation.family;

import org.jspecify.annotations.NullMarked;
