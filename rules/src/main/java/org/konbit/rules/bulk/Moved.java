package org.konbit.rules.bulk;

import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.konbit.rules.bulk.Node.Op;

/**
 * Moves what is calculated of a compared number over to the limit it is compared with, where it is
 * calculated once when the law is compiled: {@code income * 12 < limit} is {@code income < limit /
 * 12}, rounded up.
 */
final class Moved {
  private final Nodes nodes;

  Moved(Nodes nodes) {
    this.nodes = nodes;
  }

  /** The same as whether one is less than the other, with less to calculate; null if it is not. */
  @Nullable Node compared(Node one, Node other) {
    try {
      if (isLimit(other) && !isLimit(one)) {
        return one.is(Op.CHOICE) ? chosen(one, then -> nodes.less(then, other)) : below(one, other);
      }
      if (isLimit(one) && other.is(Op.CHOICE)) {
        return chosen(other, then -> nodes.less(one, then));
      }
      return isLimit(one) && !isLimit(other) ? above(one, other) : null;
    } catch (ArithmeticException _) {
      return null;
    }
  }

  // Two claims, where what is chosen from need not be calculated.
  private @Nullable Node chosen(Node choice, UnaryOperator<Node> claim) {
    return isAtHand(choice.second()) && isAtHand(choice.third())
        ? nodes.choice(choice.first(), claim.apply(choice.second()), claim.apply(choice.third()))
        : null;
  }

  private static boolean isAtHand(Node node) {
    return node.isConstant() || node.is(Op.TABLE) || Way.isInArray(node);
  }

  private static boolean isLimit(Node node) {
    return node.isConstant() || node.tabulation() != null;
  }

  private static boolean isCalculated(Node node) {
    return node.in().size() == 2
        && !node.range().isAny()
        && (node.first().isConstant() || node.second().isConstant());
  }

  private static Node rest(Node node) {
    return node.first().isConstant() ? node.second() : node.first();
  }

  private static long number(Node node) {
    return (node.first().isConstant() ? node.first() : node.second()).number();
  }

  private @Nullable Node below(Node number, Node limit) {
    if (!isCalculated(number)) {
      return null;
    }
    long by = number(number);
    var rest = rest(number);
    return switch (number.op()) {
      case PLUS -> nodes.less(rest, moved(limit, value -> Math.subtractExact(value, by)));
      case MINUS ->
          number.second().isConstant()
              ? nodes.less(rest, moved(limit, value -> Math.addExact(value, by)))
              : nodes.less(moved(limit, value -> Math.subtractExact(by, value)), rest);
      case TIMES ->
          by > 0 ? nodes.less(rest, moved(limit, value -> Math.ceilDiv(value, by))) : null;
      case GREATEST -> by < limit.least() ? nodes.less(rest, limit) : null;
      case LEAST -> by >= limit.most() ? nodes.less(rest, limit) : null;
      default -> null;
    };
  }

  private @Nullable Node above(Node limit, Node number) {
    if (!isCalculated(number)) {
      return null;
    }
    long by = number(number);
    var rest = rest(number);
    return switch (number.op()) {
      case PLUS -> nodes.less(moved(limit, value -> Math.subtractExact(value, by)), rest);
      case MINUS ->
          number.second().isConstant()
              ? nodes.less(moved(limit, value -> Math.addExact(value, by)), rest)
              : nodes.less(rest, moved(limit, value -> Math.subtractExact(by, value)));
      case TIMES ->
          by > 0 ? nodes.less(moved(limit, value -> Math.floorDiv(value, by)), rest) : null;
      case GREATEST -> by <= limit.least() ? nodes.less(limit, rest) : null;
      case LEAST -> by > limit.most() ? nodes.less(limit, rest) : null;
      default -> null;
    };
  }

  private Node moved(Node limit, LongUnaryOperator function) {
    return nodes.table(limit, function);
  }
}
