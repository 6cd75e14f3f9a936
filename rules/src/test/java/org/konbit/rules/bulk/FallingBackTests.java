package org.konbit.rules.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.screening.Outcome;
import org.konbit.rules.testing.SmallPack;

/** Who is decided one by one rather than by compiled law. */
class FallingBackTests {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
  private static final String MASSACHUSETTS =
      """
      pack: ma
      name: Massachusetts
      covers: {from: "2000-01-01", cite: "a law"}
      state: MA
      ranking: [us.trial]
      """;
  private static final String FAMILY =
      """
      state: MA
      members:
        - {id: p1, age: 40, income: [{kind: wages, amount: 900, per: month}]}
        - {id: p2, age: 12, income: []}
      relationships: [{from: p1, to: p2, is: parent}]
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "age >= 18",
        "children.exists(c, c.age < 19)",
        "household.members.total(m, m.income.wages) > monthly(50000)"
      })
  void a_pack_without_the_figures_of_a_magi_household_is_compiled_where_it_needs_none(
      String condition) {
    var outcomes = decided(condition);

    assertThat(outcomes.householdsExplained()).isZero();
    assertThat(outcomes.outcome(outcomes.program("us.trial"), 0)).isEqualTo(Outcome.ELIGIBLE);
  }

  @ParameterizedTest
  @ValueSource(strings = "income.wages > monthly(50000)")
  void a_household_with_a_missing_answer_is_decided_by_itself(String condition) {
    var outcomes = decided(condition, FAMILY.replace(", income: []", ""));

    assertThat(outcomes.householdsExplained()).isOne();
    assertThat(outcomes.outcome(outcomes.program("us.trial"), 1)).isEqualTo(Outcome.UNKNOWN);
  }

  private static Outcomes decided(String condition) {
    return decided(condition, FAMILY);
  }

  private static Outcomes decided(String condition, String family) {
    var files = new HashMap<>(SmallPack.files(program(condition)));
    files.put("ma/pack.yaml", MASSACHUSETTS);
    var packs = RulePacks.of(SmallPack.folder(files), List.of());
    var builder = new PopulationBuilder(packs.vocabulary());
    builder.add(SmallPack.household(packs, family));
    return new BulkLaw(packs).compile(builder.build(), DAY).decide(1);
  }

  private static String program(String condition) {
    return """
    program: us.trial
    conditions:
      - {id: asked, holds: "%s", cite: "a law", message: us.trial.asked}
    """
        .formatted(condition);
  }
}
