package org.konbit.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.rules.bulk.BulkLaw;
import org.konbit.rules.bulk.BulkLaws;
import org.konbit.rules.bulk.Outcomes;
import org.konbit.rules.bulk.Population;
import org.konbit.rules.bulk.PopulationBuilder;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.screening.Aspect;
import org.konbit.rules.screening.MemberResult;
import org.konbit.rules.screening.ProgramResult;
import org.konbit.rules.screening.Screener;
import org.konbit.rules.testing.Households;

/**
 * A number for a hearing and the answer a family is given come of the same law: both ways of
 * deciding agree on every program, premium and amount.
 */
class BulkAgreementTests {
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2028, 12, 31);
  private static final int FAMILIES = 150;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#some")
  void families_that_answered_everything_are_decided_alike(long seed) {
    var random = new Random(seed);
    var families = new ArrayList<Household>();
    for (int i = 0; i < FAMILIES; i++) {
      families.add(Shipped.family(random));
    }

    var outcomes = assertAgreement(Shipped.PACKS, families, Shipped.someDay(random, FIRST, LAST));

    assertThat(outcomes.householdsExplained()).isLessThan(FAMILIES / 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#some")
  void families_that_left_answers_out_are_decided_alike(long seed) {
    var random = new Random(seed);
    var families = new ArrayList<Household>();
    for (int i = 0; i < FAMILIES; i++) {
      families.add(random.nextInt(3) == 0 ? Shipped.family(random) : Shipped.familyInPart(random));
    }

    assertAgreement(Shipped.PACKS, families, Shipped.someDay(random, FIRST, LAST));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#few")
  void families_are_decided_alike_under_bills_that_change_the_law(long seed) {
    var random = new Random(seed);
    var reformed = RulePacks.shipped(List.of(Reforms.some(random)));
    var families = new ArrayList<Household>();
    for (int i = 0; i < FAMILIES; i++) {
      families.add(random.nextInt(3) == 0 ? Shipped.familyInPart(random) : Shipped.family(random));
    }

    assertAgreement(reformed, families, Shipped.someDay(random, FIRST, LAST));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#few")
  void families_of_one_state_who_all_left_the_same_answer_out_are_decided_alike(long seed) {
    var random = new Random(seed);
    var facts = Shipped.PACKS.vocabulary().facts();
    var leftOut = facts.get(random.nextInt(facts.size()));
    var state = Words.code(random.nextBoolean() ? "MA" : "CT");
    var families = new ArrayList<Household>();
    for (int i = 0; i < FAMILIES; i++) {
      var family = Shipped.family(random).with(Vocabulary.STATE, 0, state);
      for (int member = 0; member < family.size(); member++) {
        boolean isLeft = !leftOut.equals(Vocabulary.STATE) && !leftOut.isAssumed();
        family = isLeft ? family.without(leftOut, member) : family;
      }
      families.add(family);
    }

    assertAgreement(Shipped.PACKS, families, Shipped.someDay(random, FIRST, LAST));
  }

  // Of the third text the figure for who is a child differs, which no calculation is shared over.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#few")
  void several_texts_together_decide_as_each_does_alone(long seed) {
    var random = new Random(seed);
    var older = Reforms.of("ma", "magi_child_age", FIRST, 17);
    var texts =
        List.of(
            Shipped.PACKS,
            RulePacks.shipped(List.of(Reforms.some(random))),
            RulePacks.shipped(List.of(older)),
            Shipped.PACKS);
    var laws = new BulkLaws(texts);
    var families = new ArrayList<Household>();
    for (int i = 0; i < FAMILIES; i++) {
      families.add(random.nextInt(9) == 0 ? Shipped.familyInPart(random) : Shipped.family(random));
    }
    var date = Shipped.someDay(random, FIRST, LAST);

    for (int text = 0; text < texts.size(); text++) {
      int number = text;
      assertAgreement(
          texts.get(text),
          (people, day) -> laws.decide(people, day, List.of(0, 1, 2, 3), 2).get(number),
          families,
          date);
    }
  }

  // What is read of other members stands elsewhere in every chunk but the first.
  @ParameterizedTest
  @ValueSource(strings = {"MA", "CT"})
  void families_beyond_the_first_chunk_are_decided_alike(String state) {
    var random = new Random(state.hashCode());
    var families = new ArrayList<Household>();
    for (int i = 0; i < 10 * FAMILIES; i++) {
      families.add(
          Households.complete(random, Shipped.PACKS.vocabulary())
              .with(Vocabulary.STATE, 0, Words.code(state)));
    }

    var outcomes = assertAgreement(Shipped.PACKS, families, LocalDate.of(2026, 6, 15));

    assertThat(outcomes.population().persons()).isGreaterThan(4_096);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#few")
  void families_of_one_population_after_another_are_decided_alike(long seed) {
    var random = new Random(seed);
    var date = Shipped.someDay(random, FIRST, LAST);
    var laws = new BulkLaws(List.of(Shipped.PACKS));

    for (int population = 0; population < 3; population++) {
      var families = new ArrayList<Household>();
      for (int i = 0; i < FAMILIES / 5; i++) {
        families.add(
            population > 1 && random.nextBoolean()
                ? Shipped.familyInPart(random)
                : Shipped.family(random));
      }
      assertAgreement(
          Shipped.PACKS,
          (people, day) -> laws.decide(people, day, List.of(0), 2).getFirst(),
          families,
          date);
    }
  }

  /** How the law is run over a population. */
  private interface Deciding {
    Outcomes decided(Population population, LocalDate date);
  }

  /** Decides the families both ways and compares all that is told of each. */
  static Outcomes assertAgreement(RulePacks packs, List<Household> families, LocalDate date) {
    return assertAgreement(
        packs, (people, day) -> new BulkLaw(packs).compile(people, day).decide(2), families, date);
  }

  private static Outcomes assertAgreement(
      RulePacks packs, Deciding deciding, List<Household> families, LocalDate date) {
    var builder = new PopulationBuilder(packs.vocabulary());
    families.forEach(builder::add);
    var outcomes = deciding.decided(builder.build(), date);
    var screener = new Screener(packs);
    var different = new ArrayList<String>();

    for (int i = 0; i < families.size(); i++) {
      var family = families.get(i).on(date);
      var screening = screener.screen(family, EnumSet.noneOf(Aspect.class), Set.of());
      int first = outcomes.population().firstPerson(i);
      for (int member = 0; member < family.size(); member++) {
        compare(outcomes, first + member, screening.members().get(member), different);
      }
      if (outcomes.premiumMonthlyCents(i) != screening.premiumMonthlyCents()) {
        different.add(
            "household premium: %d, explained %d"
                .formatted(outcomes.premiumMonthlyCents(i), screening.premiumMonthlyCents()));
      }
      assertThat(different).as(() -> date + Shipped.told(family)).isEmpty();
    }
    return outcomes;
  }

  private static void compare(
      Outcomes outcomes, int person, MemberResult told, List<String> different) {
    for (ProgramResult program : told.programs()) {
      int number = outcomes.program(program.program());
      var bulk =
          "%s %s, premium %s, amount %s"
              .formatted(
                  program.program(),
                  outcomes.outcome(number, person),
                  outcomes.premiumMonthlyCents(number, person),
                  outcomes.amountAnnualCents(number, person));
      var explained =
          "%s %s, premium %s, amount %s"
              .formatted(
                  program.program(),
                  program.outcome(),
                  program.premiumMonthlyCents(),
                  program.amountAnnualCents());
      if (!bulk.equals(explained)) {
        different.add("%s: %s; explained: %s".formatted(told.id(), bulk, explained));
      }
    }
    if (!outcomes.best(person).equals(told.best())) {
      different.add(
          "%s: best %s; explained: %s".formatted(told.id(), outcomes.best(person), told.best()));
    }
  }
}
