package org.konbit.rules.screening;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.konbit.rules.expression.Kind;
import org.konbit.rules.expression.Unit;
import org.konbit.rules.household.Period;

/**
 * A value as a reader is shown it.
 *
 * @param number the value of a number, date (days since 1970-01-01) or boolean
 * @param word the word, for {@link Kind#WORD}
 */
public record Shown(Kind kind, Unit unit, long number, String word) {
  // The facts, as conditions name them, whose answers give a word its text for readers.
  private static final List<String> FACTS_OF_WORDS =
      List.of(
          "immigration.status",
          "insurance.employer_offer",
          "tax.tax_id",
          "immigration.work_permit",
          "immigration.formerly");

  private static final long CENT = Period.MONTH.rate(1);

  /**
   * The word as readers know it.
   *
   * @param texts the text of a key such as {@code option.tax.tax_id.itin}, where some pack has one
   */
  public String wordAmong(Function<String, Optional<String>> texts) {
    return FACTS_OF_WORDS.stream()
        .flatMap(fact -> texts.apply("option." + fact + "." + word).stream())
        .findFirst()
        .orElse(word);
  }

  /** Money over time in whole cents a month, not more than it is; all else as it is. */
  Shown roundedDown() {
    return rounded(Math.floorDiv(number, CENT));
  }

  /** Money over time in whole cents a month, not less than it is; all else as it is. */
  Shown roundedUp() {
    return rounded(Math.ceilDiv(number, CENT));
  }

  private Shown rounded(long cents) {
    return isRate() ? new Shown(kind, unit, cents * CENT, word) : this;
  }

  boolean isRate() {
    return kind == Kind.INT && unit == Unit.RATE;
  }
}
