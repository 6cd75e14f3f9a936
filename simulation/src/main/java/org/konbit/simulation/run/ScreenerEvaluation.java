package org.konbit.simulation.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.konbit.rules.bulk.Population;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.screening.Outcome;
import org.konbit.rules.screening.Screener;

/**
 * Decides a population family by family with the engine that explains answers: slow, and the oracle
 * that every faster way is held to.
 */
public final class ScreenerEvaluation implements Evaluation {
  private static final int BITS = 64;

  private final List<Text> all;

  /** An evaluation by several texts, in their order. */
  public ScreenerEvaluation(List<RulePacks> packs) {
    all = packs.stream().map(Text::new).toList();
  }

  @Override
  public List<Programs> texts() {
    return all.stream().map(text -> text.programs).toList();
  }

  @Override
  public int blocksAtOnce() {
    return 1;
  }

  @Override
  public List<Decisions> decide(
      Population people, LocalDate asOf, List<Integer> texts, int threads) {
    return texts.stream().<Decisions>map(number -> all.get(number).decide(people, asOf)).toList();
  }

  /** One text of the law. */
  private static final class Text {
    private final RulePacks law;
    private final Screener screener;
    private final Programs programs;
    private final int[] credits;

    Text(RulePacks law) {
      this.law = law;
      this.screener = new Screener(law);
      this.programs = new Programs(law);
      this.credits = programs.stateCredits();
      if (programs.size() > BITS) {
        throw new IllegalArgumentException(
            "The law has (%d) programs; %d can be told apart.".formatted(programs.size(), BITS));
      }
    }

    Decided decide(Population people, LocalDate asOf) {
      var decided = new Decided(people.persons());
      for (int number = 0; number < people.households(); number++) {
        var household = people.household(number, asOf, law.vocabulary(), law::word);
        decide(household, people.firstPerson(number), decided);
      }
      return decided;
    }

    private void decide(Household household, int first, Decided into) {
      var outcomes = screener.outcomes(household);
      boolean hasCredit = false;
      var ranking = programs.ranking(state(household));
      for (int member = 0; member < household.size(); member++) {
        into.put(first + member, outcomes.get(member), programs, ranking);
        hasCredit |= into.hasAny(first + member, credits);
      }
      if (hasCredit) {
        credits(household, first, into);
      }
    }

    private void credits(Household household, int first, Decided into) {
      var members = screener.screen(household, Set.of(), Set.of()).members();
      for (int member = 0; member < members.size(); member++) {
        long cents =
            members.get(member).programs().stream()
                .filter(result -> programs.isStateCredit(programs.number(result.program())))
                .mapToLong(result -> result.amountAnnualCents().orElse(0))
                .sum();
        into.credits[first + member] = cents;
      }
    }
  }

  private static String state(Household household) {
    long code = household.value(Vocabulary.STATE, 0);
    return List.of("CT", "MA").stream()
        .filter(state -> code != Values.UNKNOWN && Words.code(state) == code)
        .findFirst()
        .orElse("");
  }

  /** What was decided, a bit a program. */
  private static final class Decided implements Decisions {
    private final long[] eligible;
    private final boolean[] open;
    private final byte[] best;
    private final long[] credits;

    Decided(int persons) {
      eligible = new long[persons];
      open = new boolean[persons];
      best = new byte[persons];
      credits = new long[persons];
    }

    void put(int person, Map<String, Outcome> outcomes, Programs programs, int[] ranking) {
      outcomes.forEach((id, outcome) -> {
        if (outcome == Outcome.ELIGIBLE) {
          eligible[person] |= 1L << programs.number(id);
        }
        open[person] |= outcome == Outcome.UNKNOWN;
      });
      best[person] = -1;
      for (int program : ranking) {
        if (isEligible(program, person)) {
          best[person] = (byte) program;
          return;
        }
      }
    }

    boolean hasAny(int person, int[] of) {
      return IntStream.of(of).anyMatch(program -> isEligible(program, person));
    }

    @Override
    public boolean isEligible(int program, int person) {
      return program >= 0 && (eligible[person] >>> program & 1) != 0;
    }

    @Override
    public int best(int person) {
      return best[person];
    }

    @Override
    public long creditCents(int person) {
      return credits[person];
    }

    @Override
    public boolean isOpen(int person) {
      return open[person];
    }
  }
}
