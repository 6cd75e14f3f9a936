package org.konbit.rules.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konbit.rules.expression.Cause;
import org.konbit.rules.expression.Frame;
import org.konbit.rules.expression.MissingFact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.program.Program;

/**
 * One household on one date being decided, program by program, each at most once. Where a single
 * fact is missing and all its answers give the same outcome, that outcome is given: the fact does
 * not matter.
 */
final class Run {
  private static final String NO_COVERAGE = "none";

  /** No ranked coverage is open. */
  static final int NONE = -1;

  /** A better program, or the state, is undecided. */
  static final int UNDECIDED = -2;

  private final RulePacks packs;
  private final Plan plan;
  private final Household household;
  private final Frame frame;
  private final boolean isSupposition;
  private final Map<MissingFact, Suppositions> supposed = new HashMap<>();
  // What is open is asked about again and again: when it is told, weighed and counted.
  private final Map<Integer, Open> open = new HashMap<>();

  /** An outcome that is open on its own: what it waits for, and what it is whatever the answer. */
  private final class Open {
    private final int[] codes;
    private final long outcome;
    private @Nullable List<MissingFact> missing;

    private Open(int[] codes, long outcome) {
      this.codes = codes;
      this.outcome = outcome;
    }

    // Told of few of all that are open where answers are supposed.
    List<MissingFact> missing() {
      var named = missing;
      if (named == null) {
        named = Arrays.stream(codes).mapToObj(Run.this::fact).sorted().toList();
        missing = named;
      }
      return named;
    }
  }

  /** One run for each answer to a fact, made when it is looked at: mostly two tell enough. */
  private final class Suppositions {
    private final MissingFact fact;
    private final List<WhatIf.Answer> answers;
    private final List<Run> made = new ArrayList<>();

    private Suppositions(MissingFact fact) {
      this.fact = fact;
      this.answers = WhatIf.answers(fact, household);
    }

    Run get(int number) {
      while (made.size() <= number) {
        made.add(supposing(fact, answers.get(made.size()), true));
      }
      return made.get(number);
    }
  }

  Run(RulePacks packs, Plan plan, Household household) {
    this(packs, plan, household, new Frame(packs.environment(), household), false);
  }

  private Run(RulePacks packs, Plan plan, Household household, Frame frame, boolean isSupposition) {
    this.packs = packs;
    this.plan = plan.forStateOf(household);
    this.household = household;
    this.frame = frame;
    this.isSupposition = isSupposition;
  }

  /**
   * The same with an answer to what is missing, on the same date. It decides anew only what the
   * answer can change, so this run must stay on its date meanwhile.
   */
  Run supposing(MissingFact fact, WhatIf.Answer answer) {
    return supposing(fact, answer, false);
  }

  private Run supposing(MissingFact fact, WhatIf.Answer answer, boolean isSupposition) {
    var with = WhatIf.with(household, fact, answer);
    // Another state has its own figures, and perhaps its own programs.
    var supposed =
        fact.fact().equals(Vocabulary.STATE)
            ? new Frame(packs.environment(), with)
            : frame.supposing(with, plan.dependentsOn(fact.fact()));
    supposed.moveTo(LocalDate.ofEpochDay(frame.today()));
    return new Run(packs, plan, with, supposed, isSupposition);
  }

  private Suppositions supposing(MissingFact fact) {
    return supposed.computeIfAbsent(fact, Suppositions::new);
  }

  /** Goes on to a later date. */
  void moveTo(LocalDate date) {
    frame.moveTo(date);
    open.clear();
    supposed.values().forEach(each -> each.made.forEach(run -> run.moveTo(date)));
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
    for (Suppositions each : supposed.values()) {
      for (Run run : each.made) {
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
    return outcome == Values.UNKNOWN && !isSupposition ? open(program, member).outcome : outcome;
  }

  private Open open(Program program, int member) {
    int place = program.eligibility().index() * Household.MAX_MEMBERS + member;
    var known = open.get(place);
    if (known == null) {
      var missing = frame.missingOf(program.eligibility(), member);
      known = new Open(missing, whateverTheAnswer(missing, program, member));
      open.put(place, known);
    }
    return known;
  }

  private long whateverTheAnswer(int[] missing, Program program, int member) {
    if (isSupposition || missing.length != 1) {
      return Values.UNKNOWN;
    }
    var runs = supposing(fact(missing[0]));
    if (runs.answers.isEmpty()) {
      return Values.UNKNOWN;
    }
    long same = runs.get(0).decide(program, member);
    for (int number = 1; number < runs.answers.size(); number++) {
      if (runs.get(number).decide(program, member) != same) {
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
        : supposing(open(program, member).missing().getFirst()).made;
  }

  private MissingFact fact(int code) {
    return MissingFact.of(code, household);
  }

  /**
   * The best coverage by the state's ranking; {@code unknown} while a better program, or the state,
   * is undecided.
   */
  String best(int member) {
    int best = placeOfBest(member);
    if (best == UNDECIDED) {
      return "unknown";
    }
    return best == NONE ? NO_COVERAGE : plan.programs().get(best).id();
  }

  /** The same as a place among the plan's programs, or as {@link #NONE} or {@link #UNDECIDED}. */
  int placeOfBest(int member) {
    for (int place : plan.ranking()) {
      long outcome = decide(plan.programs().get(place), member);
      if (outcome == Values.UNKNOWN) {
        return UNDECIDED;
      }
      if (outcome == Values.TRUE) {
        return place;
      }
    }
    return plan.ranking().length == 0 ? UNDECIDED : NONE;
  }

  /** The facts that would settle an unknown outcome, each once, in the document's order. */
  List<MissingFact> missing(Program program, int member) {
    if (decide(program, member) != Values.UNKNOWN) {
      return List.of();
    }
    return open(program, member).missing();
  }

  List<String> missingPaths(Program program, int member) {
    return missing(program, member).stream().map(fact -> fact.path(household)).toList();
  }
}
