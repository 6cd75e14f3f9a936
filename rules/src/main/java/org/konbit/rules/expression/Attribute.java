package org.konbit.rules.expression;

import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Values;

/**
 * A name that conditions can read: a fact, a registered derivation, a definition, a parameter or
 * another program's outcome.
 */
public abstract class Attribute {
  /** Its place among all attributes of one set of packs. */
  private final int index;

  private final String name;
  private final Kind kind;
  private final Unit unit;

  protected Attribute(int index, String name, Kind kind, Unit unit) {
    this.index = index;
    this.name = name;
    this.kind = kind;
    this.unit = unit;
  }

  public final int index() {
    return index;
  }

  public final String name() {
    return name;
  }

  public final Kind kind() {
    return kind;
  }

  public final Unit unit() {
    return unit;
  }

  /** Whether its value is worth remembering within one screening; plain facts are not. */
  protected boolean isRemembered() {
    return true;
  }

  /** Whether another answer to the fact, of anyone in the household, can change its value. */
  public boolean reads(Fact fact) {
    return false;
  }

  /**
   * The value for one member on the frame's date, {@link Values#UNKNOWN} or {@link Values#NONE}.
   */
  protected abstract long compute(Frame frame, int member);

  /** Whether the value only ever grows as days pass, so that a limit is crossed once. */
  protected boolean isClock() {
    return false;
  }

  /** For a clock: the value without remembering when it next changes. */
  protected long read(Frame frame, int member) {
    return compute(frame, member);
  }

  /** For a clock: the day on which it first reaches the value, or {@code Integer.MAX_VALUE}. */
  protected long dayOf(Frame frame, int member, long value) {
    return Integer.MAX_VALUE;
  }

  /** For a clock: why it moves. */
  protected Cause cause() {
    return Cause.LAW;
  }
}
