package org.konbit.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.HouseholdReader;
import org.konbit.rules.household.Reading;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.program.Program;
import org.konbit.rules.screening.Outcome;

/** What must not matter: how a document is written down, and who else it happens to name. */
class FormTests {
  private final HouseholdReader reader =
      new HouseholdReader(
          Shipped.PACKS.vocabulary(), Shipped.PACKS.programs().stream().map(Program::id).toList());

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void the_order_of_the_members_does_not_matter(long seed) {
    var random = new Random(seed);
    var household = Shipped.familyInPart(random);
    var order = new ArrayList<>(IntStream.range(0, household.size()).boxed().toList());
    Collections.shuffle(order, random);

    var shuffled = Rebuilt.of(household, order, id -> id);

    assertThat(decided(shuffled)).as(() -> Shipped.told(household)).isEqualTo(decided(household));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void the_order_of_the_relationships_does_not_matter(long seed) {
    var random = new Random(seed);
    var household = Shipped.family(random);
    var stated = new ArrayList<>(household.relationships());
    Collections.shuffle(stated, random);

    var shuffled = household.withRelationships(stated);

    assertThat(decided(shuffled)).as(() -> Shipped.told(household)).isEqualTo(decided(household));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void what_the_members_are_called_does_not_matter(long seed) {
    var household = Shipped.familyInPart(new Random(seed));
    var order = IntStream.range(0, household.size()).boxed().toList();

    var renamed = Rebuilt.of(household, order, id -> "zz-" + id.hashCode());

    assertThat(decided(renamed).values())
        .as(() -> Shipped.told(household))
        .containsExactlyInAnyOrderElementsOf(decided(household).values());
    assertThat(Shipped.outcomes(renamed).values())
        .containsExactlyInAnyOrderElementsOf(Shipped.outcomes(household).values());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#some")
  void a_document_written_and_read_again_gives_the_same_answer(long seed) {
    var random = new Random(seed);
    var household = Shipped.familyInPart(random);
    var text =
        random.nextBoolean() ? Shipped.WRITER.json(household) : Shipped.WRITER.yaml(household);

    var read = reader.read("f", text, household.asOf());

    assertThat(read).as(text).isInstanceOf(Reading.Accepted.class);
    // Reading completes what follows from other answers, so that more may be known than before.
    var again = ((Reading.Accepted) read).household();
    assertThat(Shipped.reversals(Shipped.outcomes(household), Shipped.outcomes(again)))
        .as(text)
        .isEmpty();
    var twice = (Reading.Accepted) reader.read("f", Shipped.WRITER.json(again), household.asOf());
    assertThat(Shipped.SCREENER.screen(twice.household()))
        .as(text)
        .isEqualTo(Shipped.SCREENER.screen(again));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void a_state_gives_nothing_of_another_state(long seed) {
    var household = Shipped.familyInPart(new Random(seed));
    long state = household.value(Vocabulary.STATE, 0);

    for (var place : Shipped.PACKS.places()) {
      if (place.state().isPresent() && Words.code(place.state().get()) != state) {
        for (var result : Shipped.only(household).members()) {
          for (var program : result.programs()) {
            boolean isTheirs = program.program().startsWith(place.id() + ".");
            assertThat(isTheirs && program.outcome() == Outcome.ELIGIBLE)
                .as(() -> program.program() + Shipped.told(household))
                .isFalse();
            assertThat(isTheirs && state != Values.UNKNOWN).isFalse();
          }
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void somebody_unrelated_changes_nobody_s_coverage(long seed) {
    var random = new Random(seed);
    var household = Shipped.family(random);
    var stranger = Shipped.family(random);
    var together = Rebuilt.withOneMore(household, "stranger");
    for (Fact fact : household.vocabulary().facts()) {
      together = alone(fact, together, stranger);
    }
    var shown = together;

    var outcomes = Shipped.outcomes(together);

    assertThat(Shipped.reversals(individual(Shipped.outcomes(household)), individual(outcomes)))
        .as(() -> Shipped.told(shown))
        .isEmpty();
  }

  // SNAP, WIC and school meals count everyone who lives and eats together.
  private static Map<String, Outcome> individual(Map<String, Outcome> outcomes) {
    var individual = new TreeMap<>(outcomes);
    individual.keySet().removeIf(where -> where.matches(".* us\\.(snap|wic|school_meals)"));
    return individual;
  }

  private static Household alone(Fact fact, Household together, Household stranger) {
    int last = together.size() - 1;
    return switch (fact.type()) {
      case INCOME -> together.withIncome(last, stranger.income(0));
      case ENROLLED -> together.withEnrolled(last, stranger.enrolled(0));
      case WORDS -> together.withWords(fact, last, stranger.words(fact, 0));
      case RELATIONSHIPS -> together;
      case MEMBER -> together.with(fact, last, Values.NONE);
      case MEMBERS -> together.with(fact, last, 0);
      case BOOL, COUNT, CENTS, DATE, WORD ->
          fact.ofHousehold() ? together : together.with(fact, last, stranger.value(fact, 0));
    };
  }

  private static Map<String, List<Object>> decided(Household household) {
    var decided = new TreeMap<String, List<Object>>();
    for (var member : Shipped.only(household).members()) {
      decided.put(
          member.id(),
          List.of(
              member.best(),
              member.derived(),
              member.programs().stream().map(r -> r.outcome().word()).toList(),
              member.programs().stream().map(r -> r.premiumMonthlyCents()).toList(),
              member.programs().stream().map(r -> r.notes()).toList()));
    }
    return decided;
  }
}
