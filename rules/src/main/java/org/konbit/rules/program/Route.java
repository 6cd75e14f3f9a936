package org.konbit.rules.program;

import java.util.List;
import java.util.Optional;
import org.konbit.rules.expression.CheckedCondition;
import org.konbit.rules.expression.Frame;
import org.konbit.rules.household.Values;

/**
 * One of several ways into a program. It is closed while none of its conditions is in force.
 *
 * @param when whom it is for; empty where it is for everyone
 */
public record Route(String id, Optional<CheckedCondition> when, List<Condition> conditions) {
  public Route {
    conditions = List.copyOf(conditions);
  }

  /** Whether it is meant for this member: 1, 0 or {@link Values#UNKNOWN}. */
  public long isFor(Frame frame, int member) {
    return when.isEmpty() ? Values.TRUE : frame.claim(when.get().expression(), member);
  }

  /** Whether it leads in: 1, 0 or {@link Values#UNKNOWN}, with the missing facts named. */
  public long leadsIn(Frame frame, int member) {
    int mark = frame.mark();
    long result = isFor(frame, member);
    if (result == Values.FALSE) {
      return Values.FALSE;
    }
    boolean open = conditions.isEmpty();
    for (Condition condition : conditions) {
      open |= condition.isInForce(frame);
      long holds = condition.holds(frame, member);
      if (holds == Values.FALSE) {
        frame.forgetSince(mark);
        return Values.FALSE;
      }
      if (holds == Values.UNKNOWN) {
        result = Values.UNKNOWN;
      }
    }
    if (!open) {
      frame.forgetSince(mark);
      return Values.FALSE;
    }
    return result;
  }

  /** Whether it exists on the frame's date: some condition of it is in force, or it has none. */
  public boolean isOpen(Frame frame) {
    return conditions.isEmpty()
        || conditions.stream().anyMatch(condition -> condition.isInForce(frame));
  }
}
