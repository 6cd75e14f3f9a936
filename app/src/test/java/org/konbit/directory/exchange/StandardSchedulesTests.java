package org.konbit.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.konbit.directory.entry.Document;
import org.konbit.directory.entry.Hours;
import org.konbit.directory.entry.StandardHours;

/** Clocks go back on November 1, 2026 and forward on March 14, 2027. */
class StandardSchedulesTests {
  private static final UUID SERVICE = new UUID(1, 1);
  private static final LocalDate TODAY = LocalDate.parse("2026-10-01");

  @Test
  void a_year_of_a_weekly_time_is_a_schedule_for_each_time_between_changes_of_the_clocks() {
    var schedules = StandardSchedules.of(hours("America/New_York"), SERVICE, TODAY);

    assertThat(schedules)
        .extracting(each -> each.text("valid_from").orElse(""))
        .containsExactly("2026-10-01", "2026-11-01", "2027-03-14");
    assertThat(schedules)
        .extracting(each -> each.text("valid_to").orElse(""))
        .containsExactly("2026-10-31", "2027-03-13", "2027-10-01");
    assertThat(schedules)
        .extracting(each -> each.number("timezone").getAsInt())
        .containsExactly(-4, -5, -4);
    assertThat(schedules)
        .extracting(each -> each.text("opens_at").orElse(""))
        .containsOnly("18:00:00");
    assertThat(schedules).extracting(each -> each.text("id")).doesNotHaveDuplicates();
  }

  @Test
  void where_clocks_never_change_one_schedule_says_it_all() {
    var schedules = StandardSchedules.of(hours("America/Puerto_Rico"), SERVICE, TODAY);

    assertThat(schedules).hasSize(1);
    assertThat(schedules.getFirst().text("valid_to")).hasValue("2027-10-01");
  }

  @Test
  void the_days_and_times_are_read_back_as_they_were() {
    var back =
        StandardHours.weekly(
                StandardSchedules.of(hours("America/New_York"), SERVICE, TODAY).getFirst())
            .orElseThrow();

    assertThat(back.days()).containsExactly(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);
    assertThat(back.opens()).isEqualTo(LocalTime.of(18, 0));
  }

  @Test
  void a_closure_is_told_in_the_schedule_it_falls_into() {
    var closed =
        new Hours.Closure(LocalDate.parse("2026-12-24"), LocalDate.parse("2027-01-02"), "Holidays");
    var open = hours("America/New_York");
    var hours = new Hours(open.zone(), open.weekly(), List.of(closed));

    var notes =
        StandardSchedules.of(hours, SERVICE, TODAY).stream()
            .map(each -> each.text("notes"))
            .toList();

    assertThat(notes)
        .containsExactly(
            Optional.empty(),
            Optional.of("Closed 2026-12-24 to 2027-01-02 (Holidays)."),
            Optional.empty());
  }

  @Test
  void a_schedule_that_is_no_plain_week_is_not_taken_for_one() {
    var monthly = Document.empty().with("freq", "MONTHLY").with("byday", "MO");

    assertThat(StandardHours.weekly(monthly)).isEmpty();
    assertThat(StandardHours.weekly(Document.empty())).isEmpty();
    assertThat(StandardHours.weekly(Document.empty().with("byday", "XX").with("opens_at", "25:00")))
        .isEmpty();
  }

  private static Hours hours(String zone) {
    var weekly =
        new Hours.Weekly(
            new TreeSet<>(List.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY)),
            LocalTime.of(18, 0),
            LocalTime.of(20, 0),
            Optional.empty(),
            Optional.empty());
    return new Hours(ZoneId.of(zone), List.of(weekly), List.of());
  }
}
