package org.konbit.rules.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.konbit.rules.expression.Frame;
import org.konbit.rules.expression.MissingFact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.program.Program;

/**
 * One household on one date being decided, program by program, each at most once. Where a single
 * fact is missing and all its answers give the same outcome, that outcome is given: the fact does
 * not matter.
 */
final class Run {
  private final RulePacks packs;
  private final Plan plan;
  private final Household household;
  private final Frame frame;
  private final boolean isSupposition;
  private final Map<MissingFact, List<Run>> supposed = new HashMap<>();

  Run(RulePacks packs, Plan plan, Household household) {
    this(packs, plan, household, false);
  }

  private Run(RulePacks packs, Plan plan, Household household, boolean isSupposition) {
    this.packs = packs;
    this.plan = plan;
    this.household = household;
    this.frame = new Frame(packs.environment(), household);
    this.isSupposition = isSupposition;
  }

  /** One run for each answer there is to what is missing; none where any number or date is one. */
  List<Run> supposing(MissingFact fact) {
    return supposed.computeIfAbsent(fact, this::suppose);
  }

  private List<Run> suppose(MissingFact fact) {
    return WhatIf.answers(fact, household).stream()
        .map(answer -> new Run(packs, plan, WhatIf.with(household, fact, answer), true))
        .peek(run -> run.frame.moveTo(LocalDate.ofEpochDay(frame.today())))
        .toList();
  }

  /** Goes on to a later date. */
  void moveTo(LocalDate date) {
    frame.moveTo(date);
    supposed.values().forEach(runs -> runs.forEach(run -> run.moveTo(date)));
  }

  /** The first later day on which the outcome may be another, in days since 1970-01-01. */
  int holdsUntil(Program program, int member) {
    int until = frame.holdsUntil(program.eligibility(), member);
    for (List<Run> runs : supposed.values()) {
      for (Run run : runs) {
        int here = run.frame.holdsUntil(program.eligibility(), member);
        // What has ended was not looked at on this date, so nothing rests on it.
        until = here <= frame.today() ? until : Math.min(until, here);
      }
    }
    return until;
  }

  Frame frame() {
    return frame;
  }

  Household household() {
    return household;
  }

  Plan plan() {
    return plan;
  }

  long decide(Program program, int member) {
    int mark = frame.mark();
    long outcome = frame.value(program.eligibility(), member);
    frame.forgetSince(mark);
    return outcome == Values.UNKNOWN && !isSupposition
        ? whateverTheAnswer(program, member)
        : outcome;
  }

  private long whateverTheAnswer(Program program, int member) {
    int[] missing = frame.missingOf(program.eligibility(), member);
    for (int code : missing) {
      if (code != missing[0]) {
        return Values.UNKNOWN;
      }
    }
    if (missing.length == 0) {
      return Values.UNKNOWN;
    }
    var runs = supposing(MissingFact.of(missing[0], household));
    long same = runs.isEmpty() ? Values.UNKNOWN : runs.getFirst().decide(program, member);
    for (Run run : runs) {
      if (run.decide(program, member) != same) {
        return Values.UNKNOWN;
      }
    }
    return same;
  }

  /** The best coverage by the ranking, {@code unknown} while a better program is undecided. */
  String best(int member) {
    for (int index : plan.ranking()) {
      var program = plan.programs().get(index);
      long outcome = decide(program, member);
      if (outcome == Values.UNKNOWN) {
        return "unknown";
      }
      if (outcome == Values.TRUE) {
        return program.id();
      }
    }
    return "none";
  }

  /** The facts that would settle an unknown outcome, each once, in the document's order. */
  List<MissingFact> missing(Program program, int member) {
    if (decide(program, member) != Values.UNKNOWN) {
      return List.of();
    }
    var facts = new TreeSet<MissingFact>();
    for (int code : frame.missingOf(program.eligibility(), member)) {
      facts.add(MissingFact.of(code, household));
    }
    return new ArrayList<>(facts);
  }

  List<String> missingPaths(Program program, int member) {
    return missing(program, member).stream().map(fact -> fact.path(household)).toList();
  }
}
