package org.konbit.rules.bulk;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.konbit.rules.bulk.Node.Op;

/**
 * What a calculation comes to for every value of the one small number that it rests on, such as the
 * size of a household: then nothing is left to calculate, only to look up.
 */
final class Tabulation {
  /** More values than this no longer stay near at hand. */
  static final int MOST = 256;

  private final Node base;
  private final long[] values;

  private Tabulation(Node base, long[] values) {
    this.base = base;
    this.values = values;
  }

  /** What it rests on: a number in an array, or one that is calculated and has few values. */
  Node base() {
    return base;
  }

  /** By the base's value, from its least on; nobody changes them. */
  long[] values() {
    return values;
  }

  /** The number itself, where it has few values. */
  static @Nullable Tabulation ofLeaf(Node leaf) {
    if (Range.of(leaf).count() > MOST) {
      return null;
    }
    var values = new long[(int) Range.of(leaf).count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = leaf.least() + i;
    }
    return new Tabulation(leaf, values);
  }

  /** What comes of an operation, or null where it rests on more than one small number. */
  static @Nullable Tabulation of(Op op, List<Node> in, long number, Object what) {
    var base = base(op, in);
    if (base == null) {
      return null;
    }
    var values = new long[(int) Range.of(base).count()];
    try {
      for (int i = 0; i < values.length; i++) {
        values[i] = at(i, op, in, number, what);
      }
    } catch (ArithmeticException _) {
      return null;
    }
    return new Tabulation(base, values);
  }

  private static @Nullable Node base(Op op, List<Node> in) {
    Node base = null;
    switch (op) {
      case CONSTANT,
          COLUMN,
          DERIVED,
          GATHERED,
          HOUSEHOLD_SUM,
          CALL,
          FAILS,
          SUM_OVER,
          REACHED,
          WALK_ANY,
          WALK_SUM -> {
        return null;
      }
      default -> {
        for (Node operand : in) {
          var tabulation = operand.tabulation();
          boolean isOther = tabulation == null || (base != null && !base.equals(tabulation.base()));
          if (!operand.isConstant() && isOther) {
            return null;
          }
          base = tabulation == null ? base : tabulation.base();
        }
      }
    }
    return base;
  }

  private static long at(int place, Op op, List<Node> in, long number, Object what) {
    long one = of(in.getFirst(), place);
    long other = in.size() > 1 ? of(in.get(1), place) : 0;
    return switch (op) {
      case AND, BITS -> one & other;
      case OR -> one | other;
      case NOT -> one ^ 1;
      case LESS -> one < other ? 1 : 0;
      case EQUAL -> one == other ? 1 : 0;
      case PLUS -> Math.addExact(one, other);
      case MINUS -> Math.subtractExact(one, other);
      case TIMES -> Math.multiplyExact(one, other);
      case DIVIDED -> Math.divideExact(one, other);
      case REMAINDER -> one % other;
      case DIVIDED_UP -> Math.ceilDivExact(one, other);
      case LEAST -> Math.min(one, other);
      case GREATEST -> Math.max(one, other);
      case CHOICE -> one == 1 ? other : of(in.get(2), place);
      case AMONG -> (number >>> one) & 1;
      case TABLE -> ((Lookup) what).at(one);
      case COUNT_BITS -> Long.bitCount(one);
      case CONSTANT,
          COLUMN,
          DERIVED,
          GATHERED,
          HOUSEHOLD_SUM,
          CALL,
          FAILS,
          SUM_OVER,
          REACHED,
          WALK_ANY,
          WALK_SUM ->
          throw new IllegalStateException("(%s) rests on more than one number.".formatted(op));
    };
  }

  private static long of(Node node, int place) {
    var tabulation = node.tabulation();
    return tabulation == null ? node.number() : tabulation.values()[place];
  }

  boolean isConstant() {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tabulation tabulation
        && base.equals(tabulation.base)
        && Arrays.equals(values, tabulation.values);
  }

  @Override
  public int hashCode() {
    return 31 * base.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "by " + base;
  }
}
