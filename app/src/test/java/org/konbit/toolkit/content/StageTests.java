package org.konbit.toolkit.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bill's stage is read from its history, with the traps that legislatures set. */
class StageTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Referred to the committee on Judiciary                                   | FILED
          Hearing scheduled for 07/15/2025                                         | HEARING
          Hearing scheduled for 07/15/2025; Hearing canceled                       | FILED
          Hearing scheduled; Reporting date extended to Wednesday March 18, 2026   | HEARING
          Hearing held; Discharged to the committee on House Rules                 | HEARING
          Bill reported favorably by committee and referred to the committee on Senate Ways and Means | MONEY_COMMITTEE
          Joint Favorable Report                                                   | COMMITTEE_APPROVED
          Joint Favorable Report; Tabled for the Calendar, Senate                  | COMMITTEE_APPROVED
          Bill reported adversely, ought NOT to pass                               | STOPPED
          Hearing held; Accompanied a study order, see H5123                       | STOPPED
          Hearing held; Accompanied a new draft, see S2600                         | MERGED
          Accompanied S855                                                         | MERGED
          Read third and passed to be engrossed by the House                       | ONE_CHAMBER
          Passed the House; Passed the Senate, 37 to 3                             | BOTH_CHAMBERS
          Passed the House; Committee of Conference appointed                      | BOTH_CHAMBERS
          Enacted; Laid before the Governor                                        | GOVERNOR
          Enacted; Signed by the Governor; Chapter 238 of the Acts of 2024         | LAW
          Enacted; Vetoed by the Governor                                          | VETOED
          Enacted; Vetoed by the Governor; Veto overridden                         | LAW
          Not enacted by the end of the session                                    | ENDED_WITH_SESSION
          Something no rule knows                                                  | UNKNOWN
          """)
  void a_history_tells_how_far_a_bill_has_come(String history, Stage stage) {
    assertThat(Stage.of(List.of(history.split("; ")), false)).isEqualTo(stage);
    assertThat(Stage.of(List.of(history.toUpperCase(Locale.ROOT).split("; ")), false))
        .isEqualTo(stage);
  }

  @Test
  void after_its_session_a_bill_of_unknown_fate_is_unknown_and_never_lost() {
    assertThat(Stage.of(List.of("Hearing held"), true)).isEqualTo(Stage.UNKNOWN);
    assertThat(Stage.of(List.of("Passed the House", "Passed the Senate"), true))
        .isEqualTo(Stage.UNKNOWN);
    assertThat(Stage.of(List.of("Signed by the Governor"), true)).isEqualTo(Stage.LAW);
    assertThat(Stage.of(List.of("Died in committee"), true)).isEqualTo(Stage.ENDED_WITH_SESSION);
  }

  @Test
  void what_says_nothing_of_progress_changes_nothing_in_any_history() {
    var steps = List.of("Filed", "Hearing held", "Passed the House", "Signed by the Governor");
    var quiet =
        List.of("Reporting date extended to June 1", "Discharged to another", "Printed as amended");
    for (long seed = 1; seed <= 200; seed++) {
      var random = new Random(seed);
      var history = new ArrayList<>(steps.subList(0, 1 + random.nextInt(steps.size())));
      var stage = Stage.of(history, false);
      history.add(quiet.get(random.nextInt(quiet.size())));

      assertThat(Stage.of(history, false)).as("seed %d", seed).isEqualTo(stage);
    }
  }

  @Test
  void every_stage_can_be_reached_but_from_nowhere() {
    var reached =
        Stream.of(
                "Filed",
                "Hearing held",
                "Joint Favorable Report",
                "Reported favorably and referred to Appropriations",
                "Passed the House",
                "Enacted",
                "Transmitted to the Governor",
                "Became law without signature",
                "Accompanied a study order",
                "Accompanied H1",
                "Line-item veto",
                "Died",
                "")
            .map(step -> Stage.of(List.of(step), false))
            .toList();

    assertThat(reached).containsExactlyInAnyOrderElementsOf(Arrays.asList(Stage.values()));
  }
}
