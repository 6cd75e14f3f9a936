package org.konbit.rules.screening;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.konbit.rules.expression.Frame;
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
   * @param spare frames of the same number of members that nobody uses
   */
  Trials(RulePacks packs, Run run, Deque<Frame> spare) {
    this.packs = packs;
    this.run = run;
    this.spare = spare;
  }

  Run run() {
    return run;
  }

  /** A frame with other answers, valid until {@link #end}. */
  Frame with(Household changed, int[] dependents) {
    var recycled = spare.pollFirst();
    var frame = recycled == null ? new Frame(packs.environment(), changed) : recycled;
    frame.suppose(run.frame(), changed, dependents);
    used.add(frame);
    return frame;
  }

  /** Gives all frames back. */
  void end() {
    spare.addAll(used);
    used.clear();
  }

  static long decide(Frame frame, Program program, int member) {
    int mark = frame.mark();
    long outcome = frame.value(program.eligibility(), member);
    frame.forgetSince(mark);
    return outcome;
  }

  static boolean leadsIn(Frame frame, Program program, int member) {
    return decide(frame, program, member) == Values.TRUE;
  }

  /** Frames that nobody uses, by the number of members. One thread. */
  static final class Room {
    private final Map<Integer, Deque<Frame>> byMembers = new HashMap<>();

    Deque<Frame> of(int members) {
      return byMembers.computeIfAbsent(members, _ -> new ArrayDeque<>());
    }
  }
}
