package org.konbit.simulation.run;

import java.time.LocalDate;
import org.konbit.simulation.figures.Assumptions;

/**
 * What a run was asked for, besides the law and the people.
 *
 * @param before the day for which the law in force is read
 * @param after the day for which the reform is read
 * @param draws how often statuses are drawn
 * @param year of the reform: 1, 2, or 3 for the long run
 * @param outreach added to the log-odds of enrolling
 * @param isOverrun whether more enrol than expected, as happened elsewhere
 * @param stateSharePercent of what is newly spent
 */
public record Settings(
    LocalDate before,
    LocalDate after,
    long seed,
    int draws,
    int year,
    double outreach,
    boolean isOverrun,
    int stateSharePercent,
    Assumptions assumptions) {
  /** The most draws that are made. */
  public static final int MOST_DRAWS = 100;

  public Settings {
    if (draws < 1 || draws > MOST_DRAWS) {
      throw new IllegalArgumentException(
          "The number of draws (%d) is not from 1 to %d.".formatted(draws, MOST_DRAWS));
    }
    if (year < 1 || year > 3) {
      throw new IllegalArgumentException(
          "The year (%d) is not 1, 2, or 3 for the long run.".formatted(year));
    }
  }

  /** Whether the other differs in nothing but the share that a state pays. */
  boolean isAlike(Settings other) {
    return before.equals(other.before)
        && after.equals(other.after)
        && seed == other.seed
        && draws == other.draws
        && year == other.year
        && outreach == other.outreach
        && isOverrun == other.isOverrun
        && assumptions.all().equals(other.assumptions.all());
  }
}
