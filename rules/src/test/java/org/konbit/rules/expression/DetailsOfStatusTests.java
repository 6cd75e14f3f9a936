package org.konbit.rules.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.screening.Outcome;
import org.konbit.rules.screening.Screener;
import org.konbit.rules.testing.SmallPack;

/** What hangs on an immigration status says nothing while the status itself is not told. */
class DetailsOfStatusTests {
  private static final String TOLD =
      """
      members:
        - id: p1
          immigration: {since: "2019-02-01", filedOn: "2025-02-01", enteredOn: "2018-05-01", nationality: HT, workPermit: c08,
            formerly: refugee, finalRemovalOrder: true, inProceedings: true, veteran: true, workQuarters: 41, paroledOn: "2018-05-01",
            paroledUntil: "2020-05-01", petitionApproved: true}
      """;

  static List<String> conditionsThatHoldByWhatWasTold() {
    return List.of(
        "years_between(immigration.since, as_of) >= 5",
        "days_between(immigration.filed_on, as_of) >= 180",
        "immigration.entered_on < date('2020-01-01')",
        "immigration.nationality in ['CU', 'HT']",
        "present(immigration.work_permit)",
        "immigration.formerly == 'refugee'",
        "immigration.final_removal_order",
        "immigration.in_proceedings",
        "immigration.veteran",
        "immigration.work_quarters >= 40",
        "present(immigration.paroled_on)",
        "immigration.paroled_until < as_of",
        "immigration.petition_approved");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("conditionsThatHoldByWhatWasTold")
  void a_detail_decides_nothing_before_its_status_is_told_and_the_status_is_asked(
      String condition) {
    for (var claim : List.of(condition, "!(" + condition + ")")) {
      var packs = SmallPack.asking(claim);

      var result = SmallPack.screening(packs, TOLD).members().getFirst().programs().getFirst();

      assertThat(result.outcome()).as(claim).isEqualTo(Outcome.UNKNOWN);
      assertThat(result.missing()).as(claim).containsExactly("members.p1.immigration.status");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("conditionsThatHoldByWhatWasTold")
  void no_status_reverses_what_was_decided_before(String condition) {
    for (var claim : List.of(condition, "!(" + condition + ")", condition + " || disabled")) {
      var packs = SmallPack.asking(claim);
      var untold = SmallPack.household(packs, TOLD);
      var early = outcome(packs, untold);

      for (var status : Vocabulary.STATUSES) {
        var late = outcome(packs, with(untold, status));

        assertThat(early).as("%s, then %s", claim, status).isIn(late, Outcome.UNKNOWN);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("conditionsThatHoldByWhatWasTold")
  void a_detail_counts_for_noncitizens_and_never_for_a_citizen(String condition) {
    var packs = SmallPack.asking(condition);
    var untold = SmallPack.household(packs, TOLD);

    assertThat(outcome(packs, with(untold, "asylum_pending"))).isEqualTo(Outcome.ELIGIBLE);
    assertThat(outcome(packs, with(untold, "citizen"))).isEqualTo(Outcome.INELIGIBLE);
  }

  @Test
  void every_detail_there_is_is_among_those_tried() {
    var packs = SmallPack.asking("resident");
    var told = SmallPack.household(packs, TOLD);

    assertThat(packs.vocabulary().facts())
        .filteredOn(packs.environment()::isDetailOfStatus)
        .isNotEmpty()
        .allMatch(fact -> told.isKnown(fact, 0))
        .hasSameSizeAs(conditionsThatHoldByWhatWasTold());
  }

  private static Household with(Household household, String status) {
    return household.with(Vocabulary.STATUS, 0, Words.code(status));
  }

  private static Outcome outcome(RulePacks packs, Household household) {
    return new Screener(packs).outcomes(household).getFirst().get("us.trial");
  }
}
