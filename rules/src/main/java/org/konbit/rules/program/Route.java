package org.konbit.rules.program;

import java.util.List;
import java.util.Optional;
import org.konbit.rules.expression.CheckedCondition;
import org.konbit.rules.expression.Frame;
import org.konbit.rules.household.Values;

/** One of several ways into a program. It is closed while none of its conditions is in force. */
public final class Route {
  private final String id;
  private final Optional<CheckedCondition> when;
  private final List<Condition> listed;
  // Walked for every decision, and an array needs no iterator.
  private final Condition[] conditions;

  public Route(String id, Optional<CheckedCondition> when, List<Condition> conditions) {
    this.id = id;
    this.when = when;
    this.listed = List.copyOf(conditions);
    this.conditions = conditions.toArray(Condition[]::new);
  }

  public String id() {
    return id;
  }

  /** Whom it is for; empty where it is for everyone. */
  public Optional<CheckedCondition> when() {
    return when;
  }

  public List<Condition> conditions() {
    return listed;
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
    boolean open = conditions.length == 0;
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
    boolean isOpen = conditions.length == 0;
    for (Condition condition : conditions) {
      isOpen |= condition.isInForce(frame);
    }
    return isOpen;
  }
}
