package org.konbit.rules.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.konbit.rules.expression.MissingFact;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.program.Program;

/**
 * Chooses the next question: the one that is missing from most undecided outcomes, weighed against
 * how dangerous its answer is to hold; never one whose every answer gives the same result.
 */
final class Questions {
  private static final int SHARES = 5040;

  private final RulePacks packs;
  private final Run run;
  private final Map<String, Integer> sensitivity = new HashMap<>();
  private final Map<String, Map<String, List<String>>> coarse = new HashMap<>();

  Questions(RulePacks packs, Run run) {
    this.packs = packs;
    this.run = run;
    for (var place : packs.places()) {
      sensitivity.putAll(place.sensitivity());
      coarse.putAll(place.coarse());
    }
  }

  Optional<Question> next(Set<MissingFact> withheld) {
    var weights = weights();
    weights.keySet().removeAll(withheld);
    var ordered = new ArrayList<>(weights.entrySet());
    ordered.sort(
        Comparator.comparingLong((Map.Entry<MissingFact, Long> entry) -> -entry.getValue())
            .thenComparing(Map.Entry::getKey));
    return ordered.stream()
        .map(Map.Entry::getKey)
        .filter(this::canMatter)
        .findFirst()
        .map(this::question);
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

  private boolean canMatter(MissingFact fact) {
    var answers = WhatIf.answers(fact, run.household());
    if (answers.isEmpty()) {
      return true;
    }
    var first = everyone(fact, answers.getFirst());
    return answers.stream().skip(1).anyMatch(answer -> !everyone(fact, answer).equals(first));
  }

  private List<Outcome> everyone(MissingFact fact, WhatIf.Answer answer) {
    var supposed = new Run(packs, run.plan(), WhatIf.with(run.household(), fact, answer));
    var outcomes = new ArrayList<Outcome>();
    for (int member = 0; member < run.household().size(); member++) {
      for (Program program : run.plan().programs()) {
        outcomes.add(Outcome.of(supposed.decide(program, member)));
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
