package org.konbit.directory.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** In 2026 clocks go forward on March 8 and back on November 1, at two in the night. */
class HoursTests {
  private static final ZoneId NEW_ENGLAND = ZoneId.of("America/New_York");

  @Test
  void a_tuesday_evening_stays_an_evening_when_the_clocks_change() {
    var hours = weekly(DayOfWeek.TUESDAY, "18:00", "20:00");

    assertThat(hours.on(LocalDate.parse("2026-03-03")).getFirst().opens().toInstant())
        .isEqualTo(Instant.parse("2026-03-03T23:00:00Z"));
    assertThat(hours.on(LocalDate.parse("2026-03-10")).getFirst().opens().toInstant())
        .isEqualTo(Instant.parse("2026-03-10T22:00:00Z"));
    assertThat(hours.on(LocalDate.parse("2026-11-03")).getFirst().opens().toInstant())
        .isEqualTo(Instant.parse("2026-11-03T23:00:00Z"));
  }

  @Test
  void a_night_shelter_is_open_an_hour_less_or_more_in_the_night_the_clocks_change() {
    var hours = weekly(DayOfWeek.SATURDAY, "20:00", "07:00");

    assertThat(length(hours, "2026-03-07")).isEqualTo(Duration.ofHours(10));
    assertThat(length(hours, "2026-10-31")).isEqualTo(Duration.ofHours(12));
    assertThat(length(hours, "2026-10-24")).isEqualTo(Duration.ofHours(11));
  }

  @Test
  void an_hour_that_does_not_exist_begins_with_the_next_that_does() {
    var hours = weekly(DayOfWeek.SUNDAY, "02:30", "05:00");

    assertThat(hours.on(LocalDate.parse("2026-03-08")).getFirst().opens().toLocalTime())
        .isEqualTo(LocalTime.parse("03:30"));
  }

  @Test
  void a_closure_keeps_it_shut_and_the_next_time_comes_after() {
    var weekly = weekly(DayOfWeek.THURSDAY, "09:00", "17:00").weekly();
    var closed = new Hours.Closure(date("2026-11-26"), date("2026-11-27"), "Thanksgiving");
    var hours = new Hours(NEW_ENGLAND, weekly, List.of(closed));

    assertThat(hours.next(Instant.parse("2026-11-25T12:00:00Z")).orElseThrow().opens())
        .isEqualTo(date("2026-12-03").atTime(9, 0).atZone(NEW_ENGLAND));
  }

  @Test
  void it_is_open_after_midnight_until_it_closes() {
    var hours = weekly(DayOfWeek.SATURDAY, "20:00", "07:00");

    assertThat(hours.isOpen(Instant.parse("2026-06-07T10:59:00Z"))).isTrue(); // Sunday, 6:59
    assertThat(hours.isOpen(Instant.parse("2026-06-07T11:00:00Z"))).isFalse();
  }

  @Test
  void a_course_that_has_ended_has_no_next_time() {
    var course =
        new Hours.Weekly(
            new TreeSet<>(List.of(DayOfWeek.MONDAY)),
            LocalTime.of(18, 0),
            LocalTime.of(20, 0),
            Optional.of(date("2026-01-05")),
            Optional.of(date("2026-05-25")));
    var hours = new Hours(NEW_ENGLAND, List.of(course), List.of());

    assertThat(hours.next(Instant.parse("2026-05-20T00:00:00Z"))).isPresent();
    assertThat(hours.next(Instant.parse("2026-05-27T00:00:00Z"))).isEmpty();
  }

  @Test
  void a_closure_that_ends_before_it_begins_is_refused() {
    assertThatThrownBy(() -> new Hours.Closure(date("2026-05-02"), date("2026-05-01"), ""))
        .hasMessageContaining("2026-05-01");
  }

  private static Duration length(Hours hours, String day) {
    var opening = hours.on(date(day)).getFirst();
    return Duration.between(opening.opens(), opening.closes());
  }

  private static Hours weekly(DayOfWeek day, String opens, String closes) {
    var weekly =
        new Hours.Weekly(
            new TreeSet<>(List.of(day)),
            LocalTime.parse(opens),
            LocalTime.parse(closes),
            Optional.empty(),
            Optional.empty());
    return new Hours(NEW_ENGLAND, List.of(weekly), List.of());
  }

  private static LocalDate date(String text) {
    return LocalDate.parse(text);
  }
}
