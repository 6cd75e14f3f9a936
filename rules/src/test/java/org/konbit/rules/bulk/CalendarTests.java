package org.konbit.rules.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.household.Dates;

/** The bulk engine counts months on numbers alone; it must count them as everybody else does. */
class CalendarTests {
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#some")
  void months_and_years_between_two_days_are_those_of_the_calendar(long seed) {
    var random = new Random(seed);
    long first = LocalDate.of(1, 1, 1).toEpochDay();
    int days = (int) (LocalDate.of(9999, 12, 31).toEpochDay() - first);
    for (int i = 0; i < 5_000; i++) {
      long from = first + random.nextInt(days);
      long to = random.nextBoolean() ? first + random.nextInt(days) : from + random.nextInt(900);

      assertThat(Loops.monthsBetween(from, to)).isEqualTo(Dates.monthsBetween(from, to));
      assertThat(Loops.yearsBetween(from, to)).isEqualTo(Dates.yearsBetween(from, to));
      long day = first + 80_000 + random.nextInt(days - 160_000);
      int count = random.nextInt(400) - 200;
      assertThat(Loops.addMonths(day, count)).isEqualTo(Dates.addMonths(day, count));
      assertThat(Loops.addYears(day, count)).isEqualTo(Dates.addYears(day, count));
    }
  }
}
