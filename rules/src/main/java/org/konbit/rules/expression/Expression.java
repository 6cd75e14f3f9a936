package org.konbit.rules.expression;

import java.util.Collection;
import java.util.List;
import org.konbit.rules.household.Values;

/**
 * One node of a checked condition. Three-valued (Kleene): a fact that nobody answered makes a
 * result unknown only where it could change it, and then the fact is named.
 */
public abstract class Expression {
  private final Kind kind;
  private final Unit unit;

  protected Expression(Kind kind, Unit unit) {
    this.kind = kind;
    this.unit = unit;
  }

  public final Kind kind() {
    return kind;
  }

  public final Unit unit() {
    return unit;
  }

  /**
   * The value for one member.
   *
   * @return {@link Values#UNKNOWN} after the missing facts were named, {@link Values#NONE}, or a
   *     value
   */
  public abstract long evaluate(Frame frame, int member);

  /** Whether the value only grows as days pass. */
  boolean isClock() {
    return false;
  }

  /** For a clock: the value without remembering its next change. */
  long read(Frame frame, int member) {
    return evaluate(frame, member);
  }

  /** For a clock: the day it first reaches the value. */
  long dayOf(Frame frame, int member, long value) {
    return Integer.MAX_VALUE;
  }

  /** For a clock: why it moves. */
  Cause cause() {
    return Cause.LAW;
  }

  /** The attributes this node itself reads, without those of the nodes below. */
  public List<Attribute> reads() {
    return List.of();
  }

  /** Whether what this node itself reads is the tested member's, and not another's. */
  public boolean isOfTested() {
    return true;
  }

  /** Adds every attribute read here and below. */
  public final void readsInto(Collection<Attribute> into) {
    into.addAll(reads());
    operands().forEach(operand -> operand.readsInto(into));
  }

  /** Whether it can be evaluated by itself: it uses no name that a walk or definition gives. */
  public boolean standsAlone() {
    return operands().stream().allMatch(Expression::standsAlone);
  }

  /** Whether it reads a value that a walk has gathered or that a definition is given. */
  public boolean readsGiven() {
    return operands().stream().anyMatch(Expression::readsGiven);
  }

  /** What it does, for another evaluator to do the same. */
  public abstract Shape shape();

  /** The nodes directly below. */
  public List<Expression> operands() {
    return List.of();
  }
}
