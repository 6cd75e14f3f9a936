package org.konbit.rules.bulk;

import org.konbit.rules.household.Values;

/** From which to which value a calculation can come: the proof that it needs no guard. */
record Range(long least, long most) {
  static final Range CLAIM = new Range(0, 1);
  static final Range ANY = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

  /** How two numbers make a third, exactly. */
  interface Exact {
    long of(long one, long other);
  }

  static Range of(Node node) {
    return new Range(node.least(), node.most());
  }

  static Range of(long value) {
    return new Range(value, value);
  }

  /**
   * All that comes of an operation that is greatest and least at the ends of what goes in; any
   * number at all where one of these ends is an error.
   */
  static Range ofEnds(Range one, Range other, Exact exact) {
    try {
      long a = exact.of(one.least, other.least);
      long b = exact.of(one.least, other.most);
      long c = exact.of(one.most, other.least);
      long d = exact.of(one.most, other.most);
      var range =
          new Range(
              Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
      return Values.isPresent(range.least) ? range : ANY;
    } catch (ArithmeticException _) {
      return ANY;
    }
  }

  Range or(Range other) {
    return new Range(Math.min(least, other.least), Math.max(most, other.most));
  }

  boolean holds(Range other) {
    return least <= other.least && other.most <= most;
  }

  boolean holds(long value) {
    return value >= least && value <= most;
  }

  /** Whether a calculation with this range may have gone wrong on the way. */
  boolean isAny() {
    return least == Long.MIN_VALUE;
  }

  /** How many values there are, or a very large number. */
  long count() {
    long count = most - least + 1;
    return count <= 0 ? Long.MAX_VALUE : count;
  }
}
