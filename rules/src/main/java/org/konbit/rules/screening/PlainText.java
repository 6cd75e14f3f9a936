package org.konbit.rules.screening;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** Values as plain text without a language: numbers with a point, dates as 2026-10-01. */
public final class PlainText {
  private static final BigDecimal RATES_IN_A_DOLLAR = BigDecimal.valueOf(1_200_000);

  private PlainText() {}

  /** The value; a rate in dollars a month, cents in dollars, both with two places. */
  public static String of(Shown shown) {
    return switch (shown.kind()) {
      case BOOL -> shown.number() == 1 ? "true" : "false";
      case DATE -> LocalDate.ofEpochDay(shown.number()).toString();
      case WORD -> shown.word();
      case INT -> number(shown);
      case MEMBERS, WORDS, TABLE ->
          throw new IllegalArgumentException("(%s) is not one value.".formatted(shown.kind()));
    };
  }

  private static String number(Shown shown) {
    var value = BigDecimal.valueOf(shown.number());
    return switch (shown.unit()) {
      case CENTS -> dollars(shown.number());
      case RATE -> value.divide(RATES_IN_A_DOLLAR, 2, RoundingMode.HALF_UP).toPlainString();
      case HUNDREDTHS_OF_PERCENT -> value.movePointLeft(2).toPlainString();
      case PLAIN, PERCENT, YEARS, MONTHS, DAYS, PEOPLE -> value.toPlainString();
    };
  }

  /** Cents as dollars with two places. */
  public static String dollars(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }

  /** What a fact would have to be. */
  public static String of(FlipValue value) {
    return switch (value) {
      case FlipValue.Cents(long cents) -> dollars(cents);
      case FlipValue.Date(var date) -> date.toString();
      case FlipValue.Flag(boolean flag) -> Boolean.toString(flag);
      case FlipValue.Word(var word) -> word;
    };
  }
}
