package org.konbit.rules.expression;

import org.jspecify.annotations.Nullable;

/** In trials of one of many amounts: from which to which what is found would be the same. */
final class AlikeAmounts {
  // None where something else is tried.
  private @Nullable Amounts line;
  private long amount;
  private long least;
  private long greatest;
  private long[] leasts = {};
  private long[] greatests = {};

  /** Another answer than an amount is tried. */
  void none() {
    line = null;
  }

  /** An amount is tried, with room for so many values. */
  void of(Amounts line, long cents, int cells) {
    this.line = line;
    amount = cents;
    if (leasts.length < cells) {
      leasts = new long[cells];
      greatests = new long[cells];
    }
  }

  /** So far nothing was compared: any amount would do. */
  void begin() {
    least = Long.MIN_VALUE;
    greatest = Long.MAX_VALUE;
  }

  /** Remembers at which amounts a comparison that was made would turn. */
  void compared(int comparison, int member, long left, long right) {
    var tried = line;
    if (tried != null) {
      int sign = Long.compare(left, right);
      narrow(
          tried.least(comparison, member, amount, sign),
          tried.greatest(comparison, member, amount, sign));
    }
  }

  /** Keeps with a value what it rests on, and goes on with what was compared around it. */
  void keep(int cell, long outerLeast, long outerGreatest) {
    if (line != null) {
      leasts[cell] = least;
      greatests[cell] = greatest;
      narrow(outerLeast, outerGreatest);
    }
  }

  /** A kept value was looked up: what it rests on counts here too. */
  void recall(int cell) {
    if (line != null) {
      narrow(leasts[cell], greatests[cell]);
    }
  }

  private void narrow(long from, long to) {
    least = Math.max(least, from);
    greatest = Math.min(greatest, to);
  }

  long least() {
    return least;
  }

  long greatest() {
    return greatest;
  }
}
