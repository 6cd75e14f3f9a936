package org.konbit.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.screening.Outcome;

class MissingFactTests {
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void without_one_fact_an_outcome_is_unknown_and_names_it_or_is_the_same_for_every_answer(
      long seed) {
    var random = new Random(seed);
    var household = Shipped.family(random);
    var places = Places.of(household).inAnyOrder(random).subList(0, 6);

    for (var place : places) {
      var missing = without(household, place);

      assertThat(named(missing, place)).as(() -> Shipped.told(missing)).isEmpty();
      assertThat(changed(missing, place)).as(() -> Shipped.told(missing)).isEmpty();
    }
  }

  private static Household without(Household household, Places.Place place) {
    var missing = household;
    for (Fact fact : place.together()) {
      missing = missing.without(fact, place.member());
    }
    return missing;
  }

  /** Unknown outcomes that do not name the one thing that is missing. */
  private static List<String> named(Household missing, Places.Place place) {
    var unnamed = new ArrayList<String>();
    for (var member : Shipped.only(missing).members()) {
      for (var result : member.programs()) {
        boolean open = result.outcome() == Outcome.UNKNOWN;
        if (open != result.missing().stream().anyMatch(path -> isOf(path, place, missing))) {
          unnamed.add(
              "%s %s names %s without %s"
                  .formatted(member.id(), result.program(), result.missing(), place.path(missing)));
        }
      }
    }
    return unnamed;
  }

  private static boolean isOf(String path, Places.Place place, Household household) {
    var together = place.together();
    if (together.size() > 2) {
      return path.contains(".tax.") || path.equals("relationships");
    }
    return together.stream().anyMatch(fact -> path.equals(household.path(fact, place.member())));
  }

  /** Decisions that some answer to the one missing question would have turned. */
  private static List<String> changed(Household missing, Places.Place place) {
    var decided = Shipped.outcomes(missing);
    var changed = new ArrayList<String>();
    var asked = place.fact().equals(Vocabulary.BIRTH_DATE) ? Vocabulary.AGE : place.fact();
    for (Household answered : Answers.of(missing, asked, place.member())) {
      Shipped.reversals(decided, Shipped.outcomes(answered))
          .forEach(reversal ->
              changed.add(
                  "%s = %s: %s"
                      .formatted(
                          place.path(missing), answered.value(asked, place.member()), reversal)));
    }
    return changed;
  }
}
