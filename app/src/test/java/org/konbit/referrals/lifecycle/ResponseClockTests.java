package org.konbit.referrals.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.directory.Offers;
import org.konbit.directory.WorkingDays;
import org.konbit.rules.testing.Seeds;

class ResponseClockTests {
  private static final ZoneId HERE = ZoneId.of("America/New_York");
  private static final WorkingDays WEEK = WorkingDays.ofTheWeek(HERE);

  static LongStream seeds() {
    return Seeds.many();
  }

  @Test
  void three_working_days_pass_within_a_week_as_they_come() {
    var clock = from(at("2026-06-15T10:00"), WEEK); // a Monday

    assertThat(clock.half()).isEqualTo(at("2026-06-16T22:00"));
    assertThat(clock.due()).isEqualTo(at("2026-06-18T10:00"));
    assertThat(clock.expires()).isEqualTo(at("2026-06-23T10:00"));
  }

  @Test
  void who_answers_within_hours_has_those_hours() {
    var clock = ResponseClock.from(at("2026-06-19T22:00"), Duration.ofHours(4), WEEK); // a Friday

    assertThat(clock.within()).isEqualTo(Duration.ofHours(4));
    assertThat(clock.half()).isEqualTo(at("2026-06-20T00:00"));
    assertThat(clock.due()).isEqualTo(at("2026-06-22T02:00"));
    assertThat(clock.expires()).isEqualTo(at("2026-06-22T06:00"));
  }

  @Test
  void a_weekend_does_not_count() {
    var clock = from(at("2026-06-19T16:00"), WEEK); // a Friday

    assertThat(clock.due()).isEqualTo(at("2026-06-24T16:00"));
  }

  @Test
  void what_is_sent_on_a_day_off_begins_with_the_next_working_day() {
    var clock = from(at("2026-06-20T11:00"), WEEK); // a Saturday

    assertThat(clock.due()).isEqualTo(at("2026-06-25T00:00"));
  }

  @Test
  void days_on_which_the_receiver_is_closed_do_not_count() {
    var closed =
        new WorkingDays(
            HERE,
            WEEK.days(),
            List.of(
                new WorkingDays.Closed(
                    LocalDate.parse("2026-06-16"), LocalDate.parse("2026-06-17"))));

    assertThat(from(at("2026-06-15T10:00"), closed).due()).isEqualTo(at("2026-06-22T10:00"));
  }

  @Test
  void a_day_is_as_long_as_the_clock_on_the_wall_makes_it() {
    var always = new WorkingDays(HERE, Set.of(DayOfWeek.values()), List.of());

    assertThat(from(at("2026-03-07T10:00"), always).due())
        .isEqualTo(at("2026-03-10T11:00")); // summer time begins: one hour less
    assertThat(from(at("2026-10-31T10:00"), always).due()).isEqualTo(at("2026-11-03T09:00"));
  }

  @Test
  void the_receiver_s_own_midnight_counts() {
    var there = WorkingDays.ofTheWeek(ZoneId.of("Pacific/Honolulu"));
    var friday = at("2026-06-19T23:00"); // in Honolulu five in the afternoon, with seven hours left

    assertThat(Duration.between(from(friday, WEEK).due(), at("2026-06-24T23:00"))).isZero();
    assertThat(from(friday, there).due())
        .isEqualTo(LocalDateTime.parse("2026-06-24T17:00").atZone(there.zone()).toInstant());
  }

  @Test
  void who_is_never_there_has_the_days_as_they_come() {
    var never = new WorkingDays(HERE, Set.of(), List.of());
    var sent = at("2026-06-15T10:00");

    assertThat(from(sent, never).due()).isEqualTo(sent.plus(Offers.USUAL_ANSWER));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void counted_hour_by_hour_it_is_the_same(long seed) {
    var random = new Random(seed);
    var zone =
        List.of(HERE, ZoneId.of("Pacific/Honolulu"), ZoneId.of("Australia/Lord_Howe"))
            .get(random.nextInt(3));
    var from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
    var days =
        new WorkingDays(
            zone,
            WEEK.days(),
            List.of(new WorkingDays.Closed(from, from.plusDays(random.nextInt(10)))));
    // On the half hour, because Lord Howe Island's summer time moves by that much.
    var sent = from.atStartOfDay(zone).toInstant().plusSeconds(1_800L * random.nextInt(500));

    int hours = 1 + random.nextInt(240);
    var clock = ResponseClock.from(sent, Duration.ofHours(hours), days);

    assertThat(clock.half()).isEqualTo(slowly(sent, days, hours));
    assertThat(clock.due()).isEqualTo(slowly(sent, days, 2 * hours));
    assertThat(clock.expires()).isEqualTo(slowly(sent, days, 4 * hours));
  }

  private static ResponseClock from(Instant sent, WorkingDays days) {
    return ResponseClock.from(sent, Offers.USUAL_ANSWER, days);
  }

  /** Goes half hour by half hour. */
  private static Instant slowly(Instant sent, WorkingDays days, int halfHours) {
    var now = sent;
    for (int counted = 0; counted < halfHours; now = now.plusSeconds(1_800)) {
      if (days.counts(now.atZone(days.zone()).toLocalDate())) {
        counted++;
      }
    }
    return now;
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(HERE).toInstant();
  }
}
