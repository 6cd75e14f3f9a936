package org.konbit.rules.expression;

import static org.konbit.rules.household.Values.NONE;
import static org.konbit.rules.household.Values.UNKNOWN;

import java.util.List;
import org.konbit.rules.household.Values;

/**
 * Whole numbers calculated exactly: an overflow or a division by zero is an error, never a value.
 */
final class Arithmetic extends Expression {
  private final Shape.Sum operation;
  private final Expression left;
  private final Expression right;

  Arithmetic(Shape.Sum operation, Expression left, Expression right) {
    super(Kind.INT, unit(operation, left.unit(), right.unit()));
    this.operation = operation;
    this.left = left;
    this.right = right;
  }

  private static Unit unit(Shape.Sum operation, Unit left, Unit right) {
    return switch (operation) {
      case PLUS, MINUS, LEAST, GREATEST -> left == Unit.PLAIN ? right : left;
      case TIMES -> left.isMoney() ? left : right.isMoney() ? right : Unit.PLAIN;
      case DIVIDED, DIVIDED_UP, REMAINDER -> left.isMoney() && right.isMoney() ? Unit.PLAIN : left;
    };
  }

  @Override
  public Shape shape() {
    return new Shape.Calculated(operation, left, right);
  }

  @Override
  public List<Expression> operands() {
    return List.of(left, right);
  }

  @Override
  public long evaluate(Frame frame, int member) {
    long first = left.evaluate(frame, member);
    long second = right.evaluate(frame, member);
    if (first == UNKNOWN || second == UNKNOWN) {
      return UNKNOWN;
    }
    if (first == NONE || second == NONE) {
      return NONE;
    }
    long result = calculated(first, second);
    // The two least numbers stand for unknown and none, so they are out of reach like all below.
    if (!Values.isPresent(result)) {
      throw new ArithmeticException("long overflow");
    }
    return result;
  }

  private long calculated(long first, long second) {
    return switch (operation) {
      case PLUS -> Math.addExact(first, second);
      case MINUS -> Math.subtractExact(first, second);
      case TIMES -> Math.multiplyExact(first, second);
      case DIVIDED -> Math.divideExact(first, second);
      case REMAINDER -> first % second;
      case DIVIDED_UP -> Math.ceilDivExact(first, second);
      case LEAST -> Math.min(first, second);
      case GREATEST -> Math.max(first, second);
    };
  }
}
