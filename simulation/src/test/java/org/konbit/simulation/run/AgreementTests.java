package org.konbit.simulation.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konbit.rules.bulk.Population;
import org.konbit.rules.pack.RulePacks;
import org.konbit.simulation.figures.Assumptions;
import org.konbit.simulation.reform.Reforms;
import org.konbit.simulation.synthetic.Synthesis;

/** The compiled law decides everybody as the engine that explains does. */
class AgreementTests {
  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "husky-r6, 2023-06-15",
    "husky-r4, 2026-10-15",
    "ma-cover-all-kids, 2026-06-15",
    "ma-itin-eitc-50, 2026-06-15",
    "ma-credit-2027, 2027-02-01"
  })
  void both_ways_give_every_person_the_same(String id, LocalDate day) {
    var reform = Reforms.laidOver(id, List.of());
    var law = reform.law();
    var people =
        Synthesis.make(List.of("CT", "MA"), 6_000, Assumptions.shipped(), day, 21).microdata();
    var texts = List.of(RulePacks.shipped(List.of()), law);
    var slow = new ScreenerEvaluation(texts);
    var fast = new BulkEvaluation(texts);
    var settings = new Settings(day, day, 2, 1, 3, 0, false, 100, Assumptions.shipped());
    var families = new Simulation(people, law.vocabulary(), slow, List.of(settings)).families();
    var population = families.of(people.blocks(), 0).population();

    var expected = slow.decide(population, day, List.of(0, 1), 2);
    var found = fast.decide(population, day, List.of(0, 1), 2);

    assertThat(population.persons()).isGreaterThan(4_000);
    for (int text = 0; text < texts.size(); text++) {
      assertSame(slow.texts().get(text), found.get(text), expected.get(text), population);
    }
  }

  private static void assertSame(
      Programs programs,
      Evaluation.Decisions found,
      Evaluation.Decisions expected,
      Population population) {
    for (int person = 0; person < population.persons(); person++) {
      assertThat(found.best(person)).as("row %d", person).isEqualTo(expected.best(person));
      assertThat(found.creditCents(person)).isEqualTo(expected.creditCents(person));
      assertThat(found.isOpen(person)).isEqualTo(expected.isOpen(person));
      for (int program = 0; program < programs.size(); program++) {
        assertThat(found.isEligible(program, person))
            .as("row %d, %s", person, programs.id(program))
            .isEqualTo(expected.isEligible(program, person));
      }
    }
  }
}
