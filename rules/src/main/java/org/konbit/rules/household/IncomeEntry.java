package org.konbit.rules.household;

/**
 * One stream of income.
 *
 * @param cents whole cents in one period; negative for a loss
 */
public record IncomeEntry(IncomeKind kind, long cents, Period per) {
  /** As a rate (see {@link Period#rate}). */
  public long rate() {
    return per.rate(cents);
  }

  /** In cents a year of 12 months or 52 weeks. */
  public long yearly() {
    return per.yearly(cents);
  }
}
