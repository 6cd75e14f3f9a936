/**
 * The law over a population: the same conditions that explain one family's answer, compiled to
 * bytecode over columns of primitives. This is the one package where arrays and primitives stand in
 * the place of records, because it decides millions of people a second.
 */
@NullMarked
package org.konbit.rules.bulk;

import org.jspecify.annotations.NullMarked;
