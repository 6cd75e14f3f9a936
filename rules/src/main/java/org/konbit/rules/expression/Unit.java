package org.konbit.rules.expression;

/** What a whole number counts, so that it is shown rightly and never compared with another kind. */
public enum Unit {
  PLAIN,
  CENTS,
  /** Twelve-thousandths of a cent a month. */
  RATE,
  PERCENT,
  HUNDREDTHS_OF_PERCENT,
  YEARS,
  MONTHS,
  DAYS,
  PEOPLE;

  /** Whether two numbers may be compared or added: a rate only with a rate. */
  boolean fits(Unit other) {
    return this == other || !(this == RATE || other == RATE);
  }

  boolean isMoney() {
    return this == CENTS || this == RATE;
  }
}
