package org.konbit.rules.expression;

import static org.konbit.rules.household.Values.FALSE;
import static org.konbit.rules.household.Values.NONE;
import static org.konbit.rules.household.Values.UNKNOWN;

import java.util.List;
import java.util.Optional;
import org.konbit.rules.household.Values;

/**
 * Two values compared. With "none" no comparison holds, save that it differs from everything. Where
 * one side is a clock, the day on which the answer turns is remembered, not every day it ticks.
 */
public final class Comparison extends Expression {
  private final int number;
  private final Shape.Relation test;
  private final Expression left;
  private final Expression right;
  private final boolean isClock;

  /**
   * @param number its own among all comparisons of one set of packs
   */
  Comparison(int number, Shape.Relation test, Expression left, Expression right) {
    super(Kind.BOOL, Unit.PLAIN);
    this.number = number;
    boolean turn = right.isClock() && !left.isClock();
    this.test = turn ? turnedAround(test) : test;
    this.left = turn ? right : left;
    this.right = turn ? left : right;
    this.isClock = this.left.isClock() && !this.right.isClock();
  }

  /** The first comparison that a condition makes of the member itself, to show its two sides. */
  public static Optional<Comparison> firstIn(Expression condition) {
    if (condition instanceof Comparison found) {
      return found.standsAlone() ? Optional.of(found) : Optional.empty();
    }
    if (condition instanceof Terms.Walk) {
      return Optional.empty();
    }
    return condition.operands().stream().flatMap(operand -> firstIn(operand).stream()).findFirst();
  }

  /** Its own number among all comparisons of one set of packs. */
  public int number() {
    return number;
  }

  Shape.Relation test() {
    return test;
  }

  /** Whether the left side must be under the right one or reach it, not stay within or pass it. */
  public boolean isUnderOrReaches() {
    return test == Shape.Relation.LESS || test == Shape.Relation.AT_LEAST;
  }

  /** What is compared, the family's side first where one side is a clock. */
  public Expression left() {
    return left;
  }

  public Expression right() {
    return right;
  }

  private static boolean holds(Shape.Relation test, long left, long right) {
    return switch (test) {
      case EQUAL -> left == right;
      case DIFFERENT -> left != right;
      case LESS -> left < right;
      case AT_MOST -> left <= right;
      case MORE -> left > right;
      case AT_LEAST -> left >= right;
    };
  }

  private static Shape.Relation turnedAround(Shape.Relation test) {
    return switch (test) {
      case EQUAL, DIFFERENT -> test;
      case LESS -> Shape.Relation.MORE;
      case AT_MOST -> Shape.Relation.AT_LEAST;
      case MORE -> Shape.Relation.LESS;
      case AT_LEAST -> Shape.Relation.AT_MOST;
    };
  }

  @Override
  public Shape shape() {
    return new Shape.Compared(test, left, right);
  }

  @Override
  public List<Expression> operands() {
    return List.of(left, right);
  }

  @Override
  public long evaluate(Frame frame, int member) {
    int mark = frame.mark();
    long first = isClock ? left.read(frame, member) : left.evaluate(frame, member);
    long second = right.evaluate(frame, member);
    if (first == NONE || second == NONE) {
      frame.forgetSince(mark);
      return Values.of(test == Shape.Relation.DIFFERENT);
    }
    if (first == UNKNOWN || second == UNKNOWN) {
      return UNKNOWN;
    }
    frame.compared(number, member, first, second);
    if (isClock && frame.tellsHowLong()) {
      rememberTurn(frame, member, first, second);
    }
    return holds(test, first, second) ? Values.TRUE : FALSE;
  }

  private void rememberTurn(Frame frame, int member, long now, long limit) {
    if (left instanceof Calls.MonthOf month) {
      month.rememberTurn(frame, value -> holds(test, value, limit));
      return;
    }
    long next =
        switch (test) {
          case LESS, AT_LEAST -> limit;
          case AT_MOST, MORE -> limit + 1;
          case EQUAL, DIFFERENT -> now < limit ? limit : limit + 1;
        };
    if (now < next) {
      var why =
          right instanceof Terms.Constant || !(left.cause() == Cause.LAW)
              ? left.cause()
              : Calls.readsFacts(right) ? Cause.WAITING_PERIOD : Cause.LAW;
      frame.change(left.dayOf(frame, member, next), why);
    }
  }
}
