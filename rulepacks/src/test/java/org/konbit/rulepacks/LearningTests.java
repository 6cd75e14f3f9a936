package org.konbit.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.screening.Outcome;

class LearningTests {
  private static final long CITIZEN = Words.code("citizen");

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void learning_a_missing_fact_never_reverses_a_decision(long seed) {
    var random = new Random(seed);
    var household = Shipped.family(random);
    var earlier = Shipped.forgetting(household, random);

    var early = Shipped.outcomes(earlier);

    assertThat(Shipped.reversals(early, Shipped.outcomes(household)))
        .as(() -> Shipped.told(earlier) + "then" + Shipped.told(household))
        .isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void no_answer_at_all_to_what_is_missing_reverses_a_decision(long seed) {
    var random = new Random(seed);
    var household = Shipped.familyInPart(random);
    var decided = Shipped.outcomes(household);
    var broken = new ArrayList<String>();

    Places.of(household).inAnyOrder(random).stream()
        .filter(place -> place.isOpenIn(household))
        .limit(4)
        .forEach(place -> {
          for (var answered : Answers.of(household, place.fact(), place.member())) {
            Shipped.reversals(decided, Shipped.outcomes(answered))
                .forEach(reversal -> broken.add(place.path(household) + ": " + reversal));
          }
        });

    assertThat(broken).as(() -> Shipped.told(household)).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void learning_a_missing_fact_never_changes_the_best_coverage_once_it_is_known(long seed) {
    var random = new Random(seed);
    var household = Shipped.family(random);
    var earlier = Shipped.forgetting(household, random);
    var best = Shipped.best(household);

    var early = Shipped.best(earlier);

    early.values().removeIf("unknown"::equals);
    assertThat(best).as(() -> Shipped.told(earlier)).containsAllEntriesOf(early);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void no_status_reverses_what_was_decided_when_only_details_of_it_were_told(long seed) {
    var household = Shipped.withDetailsButNoStatus(new Random(seed));
    var early = Shipped.outcomes(household);
    var broken = new ArrayList<String>();

    for (int member = 0; member < household.size(); member++) {
      for (var status : Vocabulary.STATUSES) {
        var told = household.with(Vocabulary.STATUS, member, Words.code(status));
        Shipped.reversals(early, Shipped.outcomes(told))
            .forEach(reversal -> broken.add(status + ": " + reversal));
      }
    }

    assertThat(broken).as(() -> Shipped.told(household)).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void what_else_is_told_of_a_citizens_immigration_changes_nothing(long seed) {
    var household = Shipped.family(new Random(seed)).with(Vocabulary.STATUS, 0, CITIZEN);
    var plain = household;
    for (Fact fact : Shipped.DETAILS_OF_STATUS) {
      plain = plain.without(fact, 0);
    }

    assertThat(Shipped.outcomes(household))
        .as(() -> Shipped.told(household))
        .isEqualTo(Shipped.outcomes(plain));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#few")
  void answers_given_one_by_one_settle_more_and_more(long seed) {
    var random = new Random(seed);
    var household = Shipped.family(random);
    var known = emptied(household);
    var outcomes = Shipped.outcomes(known);
    var broken = new ArrayList<String>();

    for (var place : Places.of(household).inAnyOrder(random)) {
      known = place.copied(household, known);
      var now = Shipped.outcomes(known);
      Shipped.reversals(outcomes, now).forEach(r -> broken.add(place.path(household) + " " + r));
      outcomes = now;
    }

    assertThat(broken).as(() -> Shipped.told(household)).isEmpty();
    assertThat(outcomes).isEqualTo(Shipped.outcomes(household));
    assertThat(outcomes.values()).doesNotContain(Outcome.UNKNOWN);
  }

  private static Household emptied(Household household) {
    var emptied = household;
    for (var place : Places.of(household).all()) {
      emptied = place.forgotten(emptied);
    }
    return emptied;
  }
}
