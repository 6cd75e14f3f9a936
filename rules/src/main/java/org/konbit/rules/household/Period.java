package org.konbit.rules.household;

import java.util.Locale;

/** How often an amount comes. A week is 4.333 to the month (130 CMR 506.007(A)(2)(c)). */
public enum Period {
  WEEK(51_996, 52),
  MONTH(12_000, 12),
  YEAR(1_000, 1);

  private final long rate;
  private final long timesAYear;

  Period(long rate, long timesAYear) {
    this.rate = rate;
    this.timesAYear = timesAYear;
  }

  /**
   * Cents in this period as a rate: twelve-thousandths of a cent a month, the smallest unit in
   * which a week, a month and a year are all whole.
   */
  public long rate(long cents) {
    return Math.multiplyExact(cents, rate);
  }

  /** Cents in this period as cents in a year of 52 weeks or 12 months. */
  public long yearly(long cents) {
    return Math.multiplyExact(cents, timesAYear);
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
