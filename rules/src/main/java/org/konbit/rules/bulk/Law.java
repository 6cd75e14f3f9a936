package org.konbit.rules.bulk;

import java.time.LocalDate;
import java.util.OptionalLong;
import org.konbit.rules.expression.Environment;
import org.konbit.rules.household.Dates;

/**
 * What the kernels read of one state's law on one date.
 *
 * @param babiesOfOthers how many of another member's expected babies count at most
 * @param isStated whether the packs give every one of these figures on the date
 */
record Law(
    int today,
    int childAge,
    long babiesOfOthers,
    long earnedThreshold,
    long unearnedThreshold,
    boolean isStated) {
  static final int DISABLED_CHILD_AGE = 19;

  static Law of(Environment environment, LocalDate date, long state) {
    var figures = new Figures(environment, date, state);
    int childAge = (int) figures.of("magi_child_age");
    return new Law(
        Math.toIntExact(date.toEpochDay()),
        childAge,
        figures.of("magi_expected_babies_for_others"),
        figures.of("dependent_earned_threshold"),
        figures.of("dependent_unearned_threshold"),
        figures.isStated);
  }

  private static final class Figures {
    private final Environment environment;
    private final LocalDate date;
    private final long state;
    private boolean isStated = true;

    Figures(Environment environment, LocalDate date, long state) {
      this.environment = environment;
      this.date = date;
      this.state = state;
    }

    long of(String name) {
      var figure =
          environment.findParameter(name, state).map(this::row).orElse(OptionalLong.empty());
      isStated &= figure.isPresent();
      return figure.orElse(0);
    }

    private OptionalLong row(org.konbit.rules.expression.Parameter parameter) {
      var rows =
          parameter.rowsOn(Math.toIntExact(date.toEpochDay())).headMap((long) date.getYear() + 1);
      return rows.isEmpty() ? OptionalLong.empty() : OptionalLong.of(rows.lastEntry().getValue());
    }
  }

  /** The last birthday of someone who has completed the years: born later, one is under the age. */
  int lastBirthday(int years) {
    return Math.toIntExact(latest(years));
  }

  private long latest(int years) {
    // The age is reached on the anniversary, or on 1 March for 29 February: look around it.
    long guess = Dates.addYears(today, -years) + 2;
    while (Dates.yearsBetween(guess, today) < years) {
      guess--;
    }
    return guess;
  }
}
