package org.konbit.simulation.run;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.konbit.rules.bulk.BulkLaws;
import org.konbit.rules.bulk.Outcomes;
import org.konbit.rules.bulk.Population;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.screening.Outcome;

/** Decides a population by the law compiled to bytecode over columns. */
public final class BulkEvaluation implements Evaluation {
  // Some 300,000 people: compiling for one population takes about as long as deciding so many.
  private static final int BLOCKS = 32;

  private final BulkLaws laws;
  private final List<Programs> texts;

  /** An evaluation by several texts, in their order. */
  public BulkEvaluation(List<RulePacks> packs) {
    laws = new BulkLaws(packs);
    texts = packs.stream().map(Programs::new).toList();
  }

  @Override
  public List<Programs> texts() {
    return texts;
  }

  @Override
  public int blocksAtOnce() {
    return BLOCKS;
  }

  @Override
  public List<Decisions> decide(
      Population people, LocalDate asOf, List<Integer> numbers, int threads) {
    var outcomes = laws.decide(people, asOf, numbers, threads);
    return IntStream.range(0, outcomes.size())
        .<Decisions>mapToObj(i -> new Decided(texts.get(numbers.get(i)), people, outcomes.get(i)))
        .toList();
  }

  /** The compiled law's outcomes; its programs are numbered as the packs list them. */
  private static final class Decided implements Decisions {
    private final Programs programs;
    private final Population people;
    private final Outcomes outcomes;
    private final int[] credits;
    private final int[] open;

    Decided(Programs programs, Population people, Outcomes outcomes) {
      this.programs = programs;
      this.people = people;
      this.outcomes = outcomes;
      credits = programs.stateCredits();
      open = IntStream.range(0, programs.size()).filter(p -> outcomes.unknown(p) > 0).toArray();
    }

    @Override
    public boolean isEligible(int program, int person) {
      return program >= 0 && outcomes.isEligible(program, person);
    }

    @Override
    public int best(int person) {
      int best = outcomes.bestProgram(person);
      return best >= -1 ? best : bestKnown(person);
    }

    // While a better program is open, the best that is sure.
    private int bestKnown(int person) {
      long state = people.value(Vocabulary.STATE, person);
      for (String word : List.of("CT", "MA")) {
        if (Words.code(word) == state) {
          return IntStream.of(programs.ranking(word))
              .filter(program -> isEligible(program, person))
              .findFirst()
              .orElse(-1);
        }
      }
      return -1;
    }

    @Override
    public long creditCents(int person) {
      long cents = 0;
      for (int program : credits) {
        cents += outcomes.amountAnnualCents(program, person).orElse(0);
      }
      return cents;
    }

    @Override
    public boolean isOpen(int person) {
      for (int program : open) {
        if (outcomes.outcome(program, person) == Outcome.UNKNOWN) {
          return true;
        }
      }
      return false;
    }
  }
}
