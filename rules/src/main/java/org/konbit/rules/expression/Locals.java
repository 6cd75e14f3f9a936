package org.konbit.rules.expression;

import java.util.Arrays;

/** The names of an expression's own, such as a walk's member, one level for each definition. */
final class Locals {
  private static final int LEVEL = 8;
  private static final int LEVELS = 256;

  private long[] values = new long[8 * LEVEL];
  private int level;

  long get(int slot) {
    return values[level + slot];
  }

  void set(int slot, long value) {
    values[level + slot] = value;
  }

  /** Gives the definition that is called next one of its arguments. */
  void setArgument(int slot, long value) {
    values[level + LEVEL + slot] = value;
  }

  /** Gives a definition its own names, up to {@value #LEVEL}, until {@link #leave}. */
  void enter() {
    level += LEVEL;
    if (level == LEVEL * LEVELS) {
      throw new RuleCannotBeEvaluated(
          "Definitions call one another more than (%d) deep.".formatted(LEVELS));
    }
    // This level's names, and the arguments of what it may call.
    if (level + 2 * LEVEL > values.length) {
      values = Arrays.copyOf(values, values.length * 2);
    }
  }

  void leave() {
    level -= LEVEL;
  }

  /** The level, to go back to where an error ended a definition before it was left. */
  int level() {
    return level;
  }

  void returnTo(int outer) {
    level = outer;
  }
}
