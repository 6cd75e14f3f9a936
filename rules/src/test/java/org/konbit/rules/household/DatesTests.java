package org.konbit.rules.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DatesTests {
  @ParameterizedTest
  @CsvSource({
    "2004-02-29,2023-02-28,18", "2004-02-29,2023-03-01,19", "2004-02-29,2024-02-28,19",
    "2004-02-29,2024-02-29,20", "2007-06-15,2026-06-14,18", "2007-06-15,2026-06-15,19",
    "2026-06-15,2026-06-14,-1", "2026-06-15,2026-06-15,0"
  })
  void a_year_is_complete_on_its_anniversary(LocalDate from, LocalDate to, long years) {
    assertThat(Dates.yearsBetween(from.toEpochDay(), to.toEpochDay())).isEqualTo(years);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31,2026-02-28,0", "2026-01-31,2026-03-01,1", "2026-01-31,2026-03-30,1",
    "2026-01-31,2026-03-31,2", "2025-06-15,2026-06-14,11", "2025-06-15,2026-06-15,12"
  })
  void a_month_is_complete_when_its_last_day_is_over(LocalDate from, LocalDate to, long months) {
    assertThat(Dates.monthsBetween(from.toEpochDay(), to.toEpochDay())).isEqualTo(months);
  }

  @Test
  void adding_months_stays_in_the_month_and_adding_years_waits_for_the_day() {
    long leapDay = LocalDate.of(2024, 2, 29).toEpochDay();

    assertThat(Dates.addMonths(leapDay, 12)).isEqualTo(LocalDate.of(2025, 2, 28).toEpochDay());
    assertThat(Dates.addYears(leapDay, 1)).isEqualTo(LocalDate.of(2025, 3, 1).toEpochDay());
    assertThat(Dates.addYears(leapDay, 4)).isEqualTo(LocalDate.of(2028, 2, 29).toEpochDay());
    assertThat(Dates.endOfMonth(leapDay - 5)).isEqualTo(leapDay);
    assertThat(Dates.addDays(leapDay, -29)).isEqualTo(LocalDate.of(2024, 1, 31).toEpochDay());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void a_count_is_reached_on_its_day_and_not_the_day_before(long seed) {
    var random = new Random(seed);
    long day = LocalDate.of(1896, 1, 1).toEpochDay() + random.nextInt(93_000);
    int count = random.nextInt(131);

    long birthday = Dates.dateOfAge(day, count);
    long month = Dates.dateOfMonths(day, count);

    assertThat(Dates.yearsBetween(day, birthday)).isEqualTo(count);
    assertThat(Dates.yearsBetween(day, birthday - 1)).isEqualTo(count - 1);
    assertThat(Dates.monthsBetween(day, month)).isEqualTo(count);
    assertThat(Dates.monthsBetween(day, month - 1)).isEqualTo(count - 1);
  }

  @Test
  void unknown_and_none_pass_through() {
    assertThat(Dates.yearsBetween(Values.UNKNOWN, Values.NONE)).isEqualTo(Values.UNKNOWN);
    assertThat(Dates.monthsBetween(0, Values.NONE)).isEqualTo(Values.NONE);
    assertThat(Dates.addYears(Values.NONE, 5)).isEqualTo(Values.NONE);
    assertThat(Dates.addMonths(0, Values.UNKNOWN)).isEqualTo(Values.UNKNOWN);
    assertThat(Dates.endOfMonth(Values.UNKNOWN)).isEqualTo(Values.UNKNOWN);
    assertThat(Dates.year(Values.NONE)).isEqualTo(Values.NONE);
  }

  @Test
  void a_date_nobody_lives_to_see_is_an_error() {
    assertThatThrownBy(() -> Dates.addYears(0, Long.MAX_VALUE))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Dates.addYears(0, 9_000)).isInstanceOf(ArithmeticException.class);
  }
}
