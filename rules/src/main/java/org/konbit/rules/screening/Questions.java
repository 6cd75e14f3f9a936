package org.konbit.rules.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.konbit.rules.expression.MissingFact;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.program.Program;

/**
 * Chooses the next question: the one that is missing from most undecided outcomes, weighed against
 * how dangerous its answer is to hold. First those on whose answer something hangs, then those that
 * settle something only together, last those that merely end what is open.
 */
final class Questions {
  private static final int SHARES = 5040;
  private static final int DANGEROUS = 6;

  private final Run run;
  private final Map<String, Integer> sensitivity = new HashMap<>();
  private final Map<String, Map<String, List<String>>> coarse = new HashMap<>();

  Questions(RulePacks packs, Run run) {
    this.run = run;
    for (var place : packs.places()) {
      sensitivity.putAll(place.sensitivity());
      coarse.putAll(place.coarse());
    }
  }

  Optional<Question> next(Set<MissingFact> withheld) {
    return ahead(withheld).next();
  }

  Ahead ahead(Set<MissingFact> withheld) {
    var weights = weights();
    weights.keySet().removeAll(withheld);
    var ordered = new ArrayList<>(weights.entrySet());
    ordered.sort(
        Comparator.comparingLong((Map.Entry<MissingFact, Long> entry) -> -entry.getValue())
            .thenComparing(Map.Entry::getKey));
    var facts = ordered.stream().map(Map.Entry::getKey).toList();
    var next =
        facts.stream()
            .filter(this::changesSomething)
            .findFirst()
            .or(() -> facts.stream().filter(this::waitsForAnother).findFirst())
            .or(() -> facts.stream().filter(this::isHarmless).findFirst())
            .map(this::question);
    return new Ahead(next, facts);
  }

  // An outcome that waits for one answer alone is worth more than one that waits for many.
  private Map<MissingFact, Long> weights() {
    var weights = new HashMap<MissingFact, Long>();
    for (int member = 0; member < run.household().size(); member++) {
      for (Program program : run.plan().programs()) {
        var missing = run.missing(program, member);
        for (MissingFact fact : missing) {
          long share = SHARES / missing.size() / sensitivity(fact);
          weights.merge(fact, Math.max(1, share), Long::sum);
        }
      }
    }
    return weights;
  }

  private int sensitivity(MissingFact fact) {
    return Math.max(1, sensitivity.getOrDefault(fact.fact().name(), 3));
  }

  private boolean changesSomething(MissingFact fact) {
    var answers = WhatIf.answers(fact, run.household());
    if (answers.isEmpty()) {
      return true;
    }
    var supposed = new Suppositions(fact, answers);
    return decidesWhatWaits(fact, supposed) || supposed.differIn(this::everyone);
  }

  /** A run for each answer, made when it is looked at: mostly two of three dozen tell enough. */
  private final class Suppositions {
    private final MissingFact fact;
    private final List<WhatIf.Answer> answers;
    private final List<Run> made = new ArrayList<>();

    private Suppositions(MissingFact fact, List<WhatIf.Answer> answers) {
      this.fact = fact;
      this.answers = answers;
    }

    private Run get(int number) {
      while (made.size() <= number) {
        made.add(run.supposing(fact, answers.get(made.size())));
      }
      return made.get(number);
    }

    /** Whether some answer gives another than the first, by what is looked at of each. */
    private boolean differIn(Function<Run, Object> looked) {
      var first = looked.apply(get(0));
      return IntStream.range(1, answers.size())
          .anyMatch(number -> !looked.apply(get(number)).equals(first));
    }
  }

  // Mostly the first outcome that waits for the fact tells, long before all of them are looked at.
  private boolean decidesWhatWaits(MissingFact fact, Suppositions supposed) {
    for (Program program : run.plan().programs()) {
      for (int member = 0; member < run.household().size(); member++) {
        int who = member;
        if (run.missing(program, member).contains(fact)
            && supposed.differIn(other -> other.decide(program, who))) {
          return true;
        }
      }
    }
    return false;
  }

  // Two answers may settle together what neither does alone: whether two people are of one kind.
  private boolean waitsForAnother(MissingFact fact) {
    for (int member = 0; member < run.household().size(); member++) {
      for (Program program : run.plan().programs()) {
        var missing = run.missing(program, member);
        if (missing.size() > 1 && missing.contains(fact)) {
          return true;
        }
      }
    }
    return false;
  }

  // Every answer ends the same way, so the result could be guessed: an answer that is dangerous to
  // hold is never asked for so little.
  private boolean isHarmless(MissingFact fact) {
    return sensitivity(fact) < DANGEROUS;
  }

  /** Every outcome, and of an open one what it still waits for. */
  private List<Object> everyone(Run supposed) {
    var outcomes = new ArrayList<Object>();
    for (int member = 0; member < run.household().size(); member++) {
      for (Program program : run.plan().programs()) {
        var outcome = Outcome.of(supposed.decide(program, member));
        outcomes.add(outcome == Outcome.UNKNOWN ? supposed.missing(program, member) : outcome);
      }
    }
    return outcomes;
  }

  private Question question(MissingFact missing) {
    var household = run.household();
    var fact = missing.fact();
    return new Question(
        missing.path(household),
        fact.ofHousehold() ? "" : household.ids().get(missing.member()),
        WhatIf.answers(missing, household).stream().map(WhatIf.Answer::word).toList(),
        coarse.getOrDefault(fact.name(), Map.of()));
  }
}
