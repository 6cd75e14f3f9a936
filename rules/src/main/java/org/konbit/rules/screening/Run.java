package org.konbit.rules.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.konbit.rules.expression.Frame;
import org.konbit.rules.expression.MissingFact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.program.Program;

/** One household on one date being decided, program by program, each at most once. */
final class Run {
  private final Plan plan;
  private final Household household;
  private final Frame frame;

  Run(RulePacks packs, Plan plan, Household household) {
    this.plan = plan;
    this.household = household;
    this.frame = new Frame(packs.environment(), household);
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
    return outcome;
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
