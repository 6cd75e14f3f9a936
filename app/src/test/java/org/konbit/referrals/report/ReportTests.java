package org.konbit.referrals.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.directory.Need;
import org.konbit.referrals.lifecycle.DeclineReason;
import org.konbit.referrals.lifecycle.Outcome;
import org.konbit.rules.testing.Seeds;

class ReportTests {
  static LongStream seeds() {
    return Seeds.some();
  }

  @Test
  void of_few_families_nothing_is_passed_on() {
    var report = Report.outside(counts(Map.of(Counts.Reach.BEGUN, 10), 10));

    assertThat(report.all()).isEmpty();
    assertThat(report.tables()).isEmpty();
  }

  @Test
  void inside_all_is_told() {
    var report =
        Report.inside(counts(Map.of(Counts.Reach.BEGUN, 2, Counts.Reach.UNANSWERED, 5), 2));

    assertThat(report.all()).hasValue(7);
    assertThat(report.inTime()).hasValue(50);
    assertThat(report.tables().getFirst().rows())
        .extracting(Table.Row::many)
        .containsExactly(
            OptionalInt.of(7), OptionalInt.of(2), OptionalInt.of(2), OptionalInt.of(2));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void no_two_steps_that_are_passed_on_tell_of_few_families(long seed) {
    var random = new Random(seed);
    var reach = new EnumMap<Counts.Reach, Integer>(Counts.Reach.class);
    for (var each : Counts.Reach.values()) {
      reach.put(each, random.nextInt(4) == 0 ? 0 : random.nextInt(40));
    }

    var report = Report.outside(counts(reach, reach.get(Counts.Reach.BEGUN)));

    var told =
        report.tables().stream()
            .filter(table -> table.key().equals("reach"))
            .flatMap(table -> table.rows().stream())
            .flatMap(row -> row.many().stream().boxed())
            .toList();
    for (int i = 0; i < told.size(); i++) {
      assertThat(SmallCells.isSmall(told.get(i))).as("%s", told).isFalse();
      for (int j = i + 1; j < told.size(); j++) {
        assertThat(SmallCells.isSmall(told.get(i) - told.get(j))).as("%s", told).isFalse();
      }
    }
  }

  /** Half of the answers in time; one outcome, one reason, one need and one partner. */
  private static Counts counts(Map<Counts.Reach, Integer> reach, int helped) {
    int all = reach.values().stream().mapToInt(each -> each).sum();
    int answered = all - reach.getOrDefault(Counts.Reach.UNANSWERED, 0);
    return new Counts(
        new Counts.Whole(
            all, helped, helped, 0, answered, Optional.of(5L), helped, Optional.of(9L)),
        reach,
        Map.of(Counts.InTime.IN_TIME, answered / 2, Counts.InTime.LATE, answered - answered / 2),
        Map.of(),
        Map.of(Outcome.RECEIVED_SERVICE, helped),
        Map.of(DeclineReason.AT_CAPACITY, 3),
        Map.of(UUID.randomUUID(), all),
        Map.of(Need.FOOD, all),
        Map.of());
  }

  @Test
  void a_reason_that_few_had_is_hidden_with_its_total() {
    var report = Report.outside(counts(Map.of(Counts.Reach.BEGUN, 40), 40));

    assertThat(
            report.tables().stream()
                .filter(table -> table.key().equals("reason"))
                .flatMap(table -> table.rows().stream())
                .map(Table.Row::many))
        .isEqualTo(List.of(OptionalInt.empty()));
  }
}
