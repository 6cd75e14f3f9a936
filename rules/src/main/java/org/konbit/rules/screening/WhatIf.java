package org.konbit.rules.screening;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.konbit.rules.expression.MissingFact;
import org.konbit.rules.household.FactType;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.program.Program;

/** What members would get for each possible answer to what was withheld. */
final class WhatIf {
  /** One possible answer: as the document would say it, and as it is held. */
  record Answer(String word, long value) {}

  // Everybody's answers supposed for everybody grow with the third power of their number, and no
  // reader follows them: in a family larger than this a member is told of their own.
  private static final int LARGE = 8;

  // More than eight have never been carried to birth.
  private static final List<Answer> BABIES =
      LongStream.rangeClosed(1, 8).mapToObj(n -> new Answer(Long.toString(n), n)).toList();

  private final Run run;
  private final List<Set<MissingFact>> missing = new ArrayList<>();

  WhatIf(Run run) {
    this.run = run;
    for (int member = 0; member < run.household().size(); member++) {
      missing.add(missing(member));
    }
  }

  private Set<MissingFact> missing(int member) {
    var facts = new HashSet<MissingFact>();
    for (Program program : run.plan().programs()) {
      facts.addAll(run.missing(program, member));
    }
    facts.removeIf(fact -> isTooFar(fact, member));
    return facts;
  }

  private boolean isTooFar(MissingFact fact, int member) {
    boolean isOwn = fact.fact().ofHousehold() || fact.member() == member;
    return !isOwn && run.household().size() > LARGE;
  }

  /** For each member. What is supposed is screened once for all whom it concerns. */
  List<List<IfThen>> all() {
    var results = new ArrayList<List<IfThen>>();
    missing.forEach(_ -> results.add(new ArrayList<>()));
    var facts = new TreeSet<MissingFact>();
    missing.forEach(facts::addAll);
    for (MissingFact fact : facts) {
      for (Answer answer : answers(fact, run.household())) {
        var supposed = run.supposing(fact, answer);
        for (int member = 0; member < results.size(); member++) {
          if (missing.get(member).contains(fact)) {
            results.get(member).add(ifThen(fact, answer, supposed, member));
          }
        }
      }
    }
    return results;
  }

  private IfThen ifThen(MissingFact fact, Answer answer, Run supposed, int member) {
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
