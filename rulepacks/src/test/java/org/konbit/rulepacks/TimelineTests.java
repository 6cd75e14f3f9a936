package org.konbit.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.screening.Aspect;
import org.konbit.rules.screening.Change;
import org.konbit.rules.screening.Outcome;
import org.konbit.rules.screening.Screening;

class TimelineTests {
  private static final LocalDate LAST = LocalDate.of(2028, 12, 31);

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void the_timeline_says_what_a_screening_on_any_later_day_says(long seed) {
    var random = new Random(seed);
    var household = random.nextInt(3) == 0 ? Shipped.familyInPart(random) : Shipped.family(random);
    var timeline = Shipped.only(household, Aspect.TIMELINE);
    var wrong = new ArrayList<String>();

    for (LocalDate day : days(timeline, random)) {
      var told = told(household, timeline, day);
      var screened = Shipped.outcomes(on(household, day));
      told.forEach((where, outcome) -> {
        if (screened.get(where) != outcome) {
          wrong.add(
              "%s on %s: the timeline says %s, the screening %s"
                  .formatted(where, day, outcome, screened.get(where)));
        }
      });
    }

    assertThat(wrong).as(() -> Shipped.told(household)).isEmpty();
  }

  // A document with an age and no birth date keeps its age on every date, by design.
  private static Household on(Household household, LocalDate day) {
    var later = household.on(day);
    for (int member = 0; member < household.size(); member++) {
      if (Values.isPresent(household.value(Vocabulary.BIRTH_DATE, member))) {
        later = later.without(Vocabulary.AGE, member);
      }
    }
    return later;
  }

  private static SortedSet<LocalDate> days(Screening screening, Random random) {
    var days = new TreeSet<LocalDate>();
    for (Change change : screening.timeline()) {
      days.add(change.date());
      days.add(change.date().minusDays(1));
      days.add(change.date().plusDays(1));
    }
    for (int i = 0; i < 12; i++) {
      days.add(Shipped.someDay(random, screening.asOf(), LAST));
    }
    days.removeIf(day -> day.isBefore(screening.asOf()) || day.isAfter(LAST));
    return days;
  }

  private static Map<String, Outcome> told(
      Household household, Screening screening, LocalDate day) {
    var told = Shipped.outcomes(household);
    for (Change change : screening.timeline()) {
      if (!change.date().isAfter(day)) {
        told.put(change.member() + " " + change.program(), change.to());
      }
    }
    return told;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void the_timeline_runs_forward_and_each_change_starts_where_the_last_one_ended(long seed) {
    var household = Shipped.familyInPart(new Random(seed));
    var screening = Shipped.only(household, Aspect.TIMELINE);
    var now = Shipped.outcomes(household);
    var before = screening.asOf();

    for (Change change : screening.timeline()) {
      var where = change.member() + " " + change.program();

      assertThat(change.date()).isAfterOrEqualTo(before).isAfter(screening.asOf());
      assertThat(change.from()).isEqualTo(now.get(where)).isNotEqualTo(change.to());
      now.put(where, change.to());
      before = change.date();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#some")
  void until_is_the_last_day_of_a_yes(long seed) {
    var household = Shipped.family(new Random(seed));

    for (var member : Shipped.only(household, Aspect.TIMELINE).members()) {
      for (var result : member.programs()) {
        result
            .until()
            .ifPresent(last -> {
              var where = member.id() + " " + result.program();
              assertThat(Shipped.outcomes(on(household, last)))
                  .containsEntry(where, Outcome.ELIGIBLE);
              assertThat(Shipped.outcomes(on(household, last.plusDays(1))))
                  .containsEntry(where, Outcome.INELIGIBLE);
            });
      }
    }
  }
}
