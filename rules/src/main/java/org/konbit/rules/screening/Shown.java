package org.konbit.rules.screening;

import org.konbit.rules.expression.Kind;
import org.konbit.rules.expression.Unit;

/**
 * A value as a reader is shown it.
 *
 * @param number the value of a number, date (days since 1970-01-01) or boolean
 * @param word the word, for {@link Kind#WORD}
 */
public record Shown(Kind kind, Unit unit, long number, String word) {}
