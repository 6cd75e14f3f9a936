package org.konbit.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.expression.Attribute;
import org.konbit.rules.expression.Frame;
import org.konbit.rules.expression.Registered;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Vocabulary;

/** Flips rest on this: another answer is tried by looking again only at what says it reads it. */
class ReadFactsTests {
  // They decide which law is read and which answers are asked for at all, so all hangs on them.
  private static final List<Fact> OF_EVERYTHING = List.of(Vocabulary.STATE, Vocabulary.STATUS);

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#some")
  void another_answer_changes_nothing_that_does_not_say_it_reads_it(long seed) {
    var random = new Random(seed);
    var household = random.nextBoolean() ? Shipped.family(random) : Shipped.familyInPart(random);
    var before = new Frame(Shipped.PACKS.environment(), household);
    var wrong = new ArrayList<String>();
    int changes = 0;

    for (var place : Places.of(household).all()) {
      for (Household other : others(household, place)) {
        var after = new Frame(Shipped.PACKS.environment(), other);
        for (Attribute derived : derived()) {
          for (int member = 0; member < household.size(); member++) {
            boolean isChanged = before.value(derived, member) != after.value(derived, member);
            changes += isChanged ? 1 : 0;
            if (isChanged && !derived.reads(place.fact())) {
              wrong.add(derived.name() + " changed with " + place.path(household));
            }
          }
        }
      }
    }

    assertThat(changes).isPositive();
    assertThat(wrong).as(() -> Shipped.told(household)).isEmpty();
  }

  private static List<Household> others(Household household, Places.Place place) {
    if (OF_EVERYTHING.contains(place.fact())) {
      return List.of();
    }
    var others = new ArrayList<>(Answers.of(household, place.fact(), place.member()));
    others.add(place.forgotten(household));
    return others;
  }

  private static List<Attribute> derived() {
    var derived =
        Shipped.PACKS.environment().attributes().stream()
            .filter(Registered.class::isInstance)
            .toList();
    assertThat(derived).hasSizeGreaterThan(30);
    return derived;
  }
}
