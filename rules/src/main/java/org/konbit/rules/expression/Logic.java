package org.konbit.rules.expression;

import static org.konbit.rules.household.Values.FALSE;
import static org.konbit.rules.household.Values.NONE;
import static org.konbit.rules.household.Values.TRUE;
import static org.konbit.rules.household.Values.UNKNOWN;

import java.util.List;

/** And, or, not and the choice between two values, three-valued. */
final class Logic {
  private Logic() {}

  /** True or false as soon as one side settles it, whichever side that is. */
  static final class Both extends Expression {
    private final Expression left;
    private final Expression right;
    private final long settles;

    private Both(Expression left, Expression right, long settles) {
      super(Kind.BOOL, Unit.PLAIN);
      this.left = left;
      this.right = right;
      this.settles = settles;
    }

    static Expression and(Expression left, Expression right) {
      return new Both(left, right, FALSE);
    }

    static Expression or(Expression left, Expression right) {
      return new Both(left, right, TRUE);
    }

    boolean isAnd() {
      return settles == FALSE;
    }

    @Override
    public Shape shape() {
      return new Shape.Both(isAnd(), left, right);
    }

    @Override
    public long evaluate(Frame frame, int member) {
      int mark = frame.mark();
      long first = truth(left.evaluate(frame, member));
      if (first == settles) {
        return settles;
      }
      long second = truth(right.evaluate(frame, member));
      if (second == settles) {
        frame.forgetSince(mark);
        return settles;
      }
      return first == UNKNOWN || second == UNKNOWN ? UNKNOWN : 1 - settles;
    }

    @Override
    public List<Expression> operands() {
      return List.of(left, right);
    }
  }

  static final class Not extends Expression {
    private final Expression operand;

    Not(Expression operand) {
      super(Kind.BOOL, Unit.PLAIN);
      this.operand = operand;
    }

    @Override
    public Shape shape() {
      return new Shape.Not(operand);
    }

    @Override
    public long evaluate(Frame frame, int member) {
      long value = truth(operand.evaluate(frame, member));
      return value == UNKNOWN ? UNKNOWN : 1 - value;
    }

    @Override
    public List<Expression> operands() {
      return List.of(operand);
    }
  }

  /** One value or the other; the same from both is known even where the choice is not. */
  static final class Choice extends Expression {
    private final Expression test;
    private final Expression then;
    private final Expression otherwise;

    Choice(Expression test, Expression then, Expression otherwise) {
      super(then.kind(), then.unit() == Unit.PLAIN ? otherwise.unit() : then.unit());
      this.test = test;
      this.then = then;
      this.otherwise = otherwise;
    }

    @Override
    public Shape shape() {
      return new Shape.Choice(test, then, otherwise);
    }

    @Override
    public long evaluate(Frame frame, int member) {
      int mark = frame.mark();
      long chosen = truth(test.evaluate(frame, member));
      if (chosen != UNKNOWN) {
        return (chosen == TRUE ? then : otherwise).evaluate(frame, member);
      }
      long first = then.evaluate(frame, member);
      long second = otherwise.evaluate(frame, member);
      if (first == second && first != UNKNOWN) {
        frame.forgetSince(mark);
        return first;
      }
      return UNKNOWN;
    }

    @Override
    public List<Expression> operands() {
      return List.of(test, then, otherwise);
    }
  }

  // "None" is no claim, so it does not hold.
  static long truth(long value) {
    return value == NONE ? FALSE : value;
  }
}
