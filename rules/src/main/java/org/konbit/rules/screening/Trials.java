package org.konbit.rules.screening;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.konbit.rules.expression.Amounts;
import org.konbit.rules.expression.Frame;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.program.Program;

/**
 * Tries other answers. Each trial starts from what the run has found and looks again only at what
 * the other answers may change. The room for trials is used again: a household takes some hundred
 * of them, and clearing fresh memory cost as much as the rules.
 */
final class Trials {
  private final RulePacks packs;
  private final Run run;
  private final Deque<Frame> spare;
  private final List<Frame> used = new ArrayList<>();

  /**
   * @param spare frames that nobody uses, by one thread at a time
   */
  Trials(RulePacks packs, Run run, Deque<Frame> spare) {
    this.packs = packs;
    this.run = run;
    this.spare = spare;
  }

  Run run() {
    return run;
  }

  /**
   * A frame with other answers, valid until {@link #end}.
   *
   * @param fact the question that is answered otherwise, of any number of members
   */
  Frame with(Fact fact, Household changed) {
    var frame = frame(changed);
    frame.suppose(run.frame(), changed, run.plan().dependentsOn(fact));
    return frame;
  }

  /** A frame with another of many incomes, valid until {@link #end}. */
  Frame with(Household changed, Amounts line, long cents) {
    var frame = frame(changed);
    frame.supposeAmount(run.frame(), changed, run.plan().incomeDependents(), line, cents);
    return frame;
  }

  private Frame frame(Household changed) {
    var recycled = spare.pollFirst();
    var frame = recycled == null ? Frame.forTrials(packs.environment(), changed) : recycled;
    used.add(frame);
    return frame;
  }

  /** Gives all frames back. */
  void end() {
    spare.addAll(used);
    used.clear();
  }

  static long decide(Frame frame, Program program, int member) {
    return frame.tried(program.eligibility(), member);
  }

  static boolean leadsIn(Frame frame, Program program, int member) {
    return decide(frame, program, member) == Values.TRUE;
  }
}
