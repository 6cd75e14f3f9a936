package org.konbit.rules.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.konbit.rules.expression.Cause;
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
    this.plan = plan.forStateOf(household);
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
    return firstToEnd(program, member).holdsUntil(program.eligibility(), member);
  }

  /** Why the outcome may be another on that day. */
  Cause causeOf(Program program, int member) {
    return firstToEnd(program, member).causeOf(program.eligibility(), member);
  }

  private Frame firstToEnd(Program program, int member) {
    var first = frame;
    for (List<Run> runs : supposed.values()) {
      for (Run run : runs) {
        int until = run.frame.holdsUntil(program.eligibility(), member);
        // What has ended was not looked at on this date, so nothing rests on it.
        boolean counts = until > frame.today();
        if (counts && until < first.holdsUntil(program.eligibility(), member)) {
          first = run.frame;
        }
      }
    }
    return first;
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
    var missing = named(program, member);
    if (missing.size() != 1) {
      return Values.UNKNOWN;
    }
    var runs = supposing(missing.first());
    long same = runs.isEmpty() ? Values.UNKNOWN : runs.getFirst().decide(program, member);
    for (Run run : runs) {
      if (run.decide(program, member) != same) {
        return Values.UNKNOWN;
      }
    }
    return same;
  }

  /**
   * Where the outcome was decided: here, or, where one fact is missing that does not matter, once
   * for each answer to it.
   */
  List<Run> decidedIn(Program program, int member) {
    int mark = frame.mark();
    boolean isPlain = frame.value(program.eligibility(), member) != Values.UNKNOWN;
    frame.forgetSince(mark);
    return isPlain || decide(program, member) == Values.UNKNOWN
        ? List.of(this)
        : supposing(named(program, member).first());
  }

  private SortedSet<MissingFact> named(Program program, int member) {
    var facts = new TreeSet<MissingFact>();
    for (int code : frame.missingOf(program.eligibility(), member)) {
      facts.add(MissingFact.of(code, household));
    }
    return facts;
  }

  /**
   * The best coverage by the state's ranking; {@code unknown} while a better program, or the state,
   * is undecided.
   */
  String best(int member) {
    if (plan.ranking().length == 0) {
      return "unknown";
    }
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
    return new ArrayList<>(named(program, member));
  }

  List<String> missingPaths(Program program, int member) {
    return missing(program, member).stream().map(fact -> fact.path(household)).toList();
  }
}
