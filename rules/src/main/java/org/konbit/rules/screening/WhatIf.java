package org.konbit.rules.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.konbit.rules.expression.MissingFact;
import org.konbit.rules.household.FactType;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.program.Program;

/** What a member would get for each possible answer to what was withheld. */
final class WhatIf {
  /** One possible answer: as the document would say it, and as it is held. */
  record Answer(String word, long value) {}

  // Everybody's answers supposed for everybody grow with the third power of their number, and no
  // reader follows them: in a family larger than this a member is told of their own.
  private static final int LARGE = 8;

  // More than eight have never been carried to birth.
  private static final List<Answer> BABIES =
      LongStream.rangeClosed(1, 8).mapToObj(n -> new Answer(Long.toString(n), n)).toList();

  private final RulePacks packs;
  private final Run run;

  WhatIf(RulePacks packs, Run run) {
    this.packs = packs;
    this.run = run;
  }

  List<IfThen> of(int member) {
    var facts = new TreeSet<MissingFact>();
    for (Program program : run.plan().programs()) {
      facts.addAll(run.missing(program, member));
    }
    var results = new ArrayList<IfThen>();
    for (MissingFact fact : facts) {
      if (isTooFar(fact, member)) {
        continue;
      }
      for (Answer answer : answers(fact, run.household())) {
        results.add(ifThen(fact, answer, member));
      }
    }
    return results;
  }

  private boolean isTooFar(MissingFact fact, int member) {
    boolean isOwn = fact.fact().ofHousehold() || fact.member() == member;
    return !isOwn && run.household().size() > LARGE;
  }

  private IfThen ifThen(MissingFact fact, Answer answer, int member) {
    var supposed = new Run(packs, run.plan(), with(run.household(), fact, answer));
    return new IfThen(
        fact.path(run.household()),
        answer.word(),
        supposed.best(member),
        outcomes(supposed, member));
  }

  static Household with(Household household, MissingFact fact, Answer answer) {
    return household.with(fact.fact(), fact.member(), answer.value());
  }

  /** The answers there are, or none where any number or date is one. */
  static List<Answer> answers(MissingFact missing, Household household) {
    var fact = missing.fact();
    boolean babies = fact.equals(Vocabulary.EXPECTED_BABIES);
    if (babies && household.value(Vocabulary.PREGNANT, missing.member()) == Values.TRUE) {
      return BABIES;
    }
    if (fact.type() == FactType.BOOL) {
      return List.of(new Answer("true", Values.TRUE), new Answer("false", Values.FALSE));
    }
    if (fact.type() == FactType.WORD) {
      return fact.options().stream().map(option -> new Answer(option, Words.code(option))).toList();
    }
    return List.of();
  }

  static Map<String, Outcome> outcomes(Run run, int member) {
    var outcomes = new LinkedHashMap<String, Outcome>();
    for (Program program : run.plan().programs()) {
      outcomes.put(program.id(), Outcome.of(run.decide(program, member)));
    }
    return outcomes;
  }
}
