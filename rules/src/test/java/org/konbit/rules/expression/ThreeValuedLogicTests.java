package org.konbit.rules.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.program.Program;
import org.konbit.rules.testing.SmallPack;

/**
 * Conditions over facts that may be unknown: never reversed by an answer, and naming what they
 * miss.
 */
class ThreeValuedLogicTests {
  private static final List<Fact> FACTS =
      List.of(Vocabulary.RESIDENT, Vocabulary.PREGNANT, Vocabulary.DISABLED);
  private static final long[] ANSWERS = {Values.FALSE, Values.TRUE, Values.UNKNOWN};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resident && pregnant",
        "resident || pregnant",
        "!resident",
        "resident && (pregnant || !disabled)",
        "resident ? pregnant : disabled",
        "resident == pregnant",
        "(resident || pregnant) && !(pregnant && disabled)",
        "household.members.exists(m, m.resident && m.pregnant) || disabled",
        "household.members.all(m, m.resident || m.pregnant)",
        "household.members.count(m, m.resident) >= 1 && pregnant",
        "household.members.total(m, m.pregnant ? 2 : 1) == 2 || disabled"
      })
  void the_whole_table_is_sound_and_names_what_is_missing(String condition) {
    var packs = SmallPack.asking(condition);
    for (long[] row : rows()) {
      var household = household(packs, row);

      long outcome = raw(packs, household);

      var settled = settled(packs, row);
      if (outcome == Values.UNKNOWN) {
        assertThat(missing(packs, household)).isNotEmpty().allMatch(this::isOneOfOurs);
      } else {
        assertThat(settled).as(condition).containsOnly(outcome);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"resident && pregnant", "resident || pregnant", "!disabled"})
  void where_a_fact_stands_once_nothing_stays_unknown_that_is_settled(String condition) {
    var packs = SmallPack.asking(condition);
    for (long[] row : rows()) {
      var settled = settled(packs, row);

      long outcome = raw(packs, household(packs, row));

      assertThat(outcome).isEqualTo(settled.size() == 1 ? settled.getFirst() : Values.UNKNOWN);
    }
  }

  @Test
  void a_fact_that_turned_out_not_to_matter_is_not_named() {
    var packs = SmallPack.asking("(resident && pregnant) || disabled");
    var household = household(packs, new long[] {Values.UNKNOWN, Values.FALSE, Values.UNKNOWN});

    assertThat(missing(packs, household)).containsExactly("members.p1.disabled");
  }

  @ParameterizedTest
  @MethodSource("withNone")
  void no_comparison_with_none_holds(String condition, boolean holds) {
    var packs = SmallPack.asking(condition);
    var document = "members: [{id: p1, pregnancyEndedOn: null, immigration: {formerly: none}}]";

    assertThat(SmallPack.outcome(packs, document).word())
        .isEqualTo(holds ? "eligible" : "ineligible");
  }

  static List<Object[]> withNone() {
    return List.of(
        new Object[] {"pregnancy_ended_on < as_of", false},
        new Object[] {"pregnancy_ended_on >= as_of", false},
        new Object[] {"present(pregnancy_ended_on)", false},
        new Object[] {"!present(pregnancy_ended_on)", true},
        new Object[] {"add_months(pregnancy_ended_on, 12) > as_of", false},
        new Object[] {"years_between(pregnancy_ended_on, as_of) < 5", false},
        new Object[] {"immigration.formerly == 'refugee'", false},
        new Object[] {"immigration.formerly != 'refugee'", true},
        new Object[] {"immigration.formerly in ['refugee', 'asylee']", false});
  }

  private boolean isOneOfOurs(String path) {
    return FACTS.stream().anyMatch(fact -> path.equals("members.p1." + fact.path()));
  }

  private static List<long[]> rows() {
    var rows = new ArrayList<long[]>();
    for (long first : ANSWERS) {
      for (long second : ANSWERS) {
        for (long third : ANSWERS) {
          rows.add(new long[] {first, second, third});
        }
      }
    }
    return rows;
  }

  // Every outcome that some full set of answers leads to.
  private static List<Long> settled(RulePacks packs, long[] row) {
    return rows().stream()
        .filter(full -> completes(full, row))
        .map(full -> raw(packs, household(packs, full)))
        .distinct()
        .toList();
  }

  private static boolean completes(long[] full, long[] row) {
    for (int i = 0; i < full.length; i++) {
      if (full[i] == Values.UNKNOWN || (row[i] != Values.UNKNOWN && row[i] != full[i])) {
        return false;
      }
    }
    return true;
  }

  private static Household household(RulePacks packs, long[] row) {
    var household = SmallPack.household(packs, "members: [{id: p1}]");
    for (int i = 0; i < row.length; i++) {
      household = household.with(FACTS.get(i), 0, row[i]);
    }
    return household;
  }

  private static Program trial(RulePacks packs) {
    return packs.program("us.trial").orElseThrow();
  }

  private static long raw(RulePacks packs, Household household) {
    return new Frame(packs.environment(), household).value(trial(packs).eligibility(), 0);
  }

  private static List<String> missing(RulePacks packs, Household household) {
    var frame = new Frame(packs.environment(), household);
    frame.value(trial(packs).eligibility(), 0);
    var paths = new ArrayList<String>();
    for (int code : frame.missingOf(trial(packs).eligibility(), 0)) {
      paths.add(MissingFact.of(code, household).path(household));
    }
    return paths;
  }
}
