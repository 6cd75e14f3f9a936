package org.konbit.simulation.microdata;

/** A person's income of the last twelve months, whole dollars, adjusted to the survey's year. */
public record Incomes(
    int wages,
    int selfEmployment,
    int socialSecurity,
    int ssi,
    int cashAid,
    int retirement,
    int interest,
    int other) {
  public static final Incomes NONE = new Incomes(0, 0, 0, 0, 0, 0, 0, 0);

  public long total() {
    return (long) wages
        + selfEmployment
        + socialSecurity
        + ssi
        + cashAid
        + retirement
        + interest
        + other;
  }
}
