package org.konbit.rules.bulk;

import org.konbit.rules.expression.Expression;
import org.konbit.rules.expression.Shape;

/** What a walk does with each member it reaches: what it asks, and how the answers are gathered. */
record Step(Kind kind, Expression body) {
  /** The walks there are. */
  enum Kind {
    EXISTS,
    ALL,
    COUNT,
    TOTAL
  }

  static Step of(Shape.Walk walk) {
    return switch (walk.step().shape()) {
      case Shape.Both(var isAnd, var left, var right) when isGathered(left, walk) ->
          new Step(isAnd ? Kind.ALL : Kind.EXISTS, right);
      case Shape.Choice(var test, var then, var otherwise)
          when isGathered(otherwise, walk) && isOneMore(then, walk) ->
          new Step(Kind.COUNT, test);
      case Shape.Calculated(var sum, var left, var right)
          when sum == Shape.Sum.PLUS && isGathered(left, walk) ->
          new Step(Kind.TOTAL, right);
      default -> throw new NotCompiled("a walk gathers in a way that has no bulk form");
    };
  }

  private static boolean isGathered(Expression expression, Shape.Walk walk) {
    return expression.shape() instanceof Shape.Local(var slot) && slot == walk.gathered();
  }

  private static boolean isOneMore(Expression expression, Shape.Walk walk) {
    return expression.shape() instanceof Shape.Calculated(var sum, var left, var right)
        && sum == Shape.Sum.PLUS
        && isGathered(left, walk)
        && right.shape() instanceof Shape.Written(var one)
        && one == 1;
  }

  /** Whether it looks at nobody but the member of the slot and whom walks from there reach. */
  static boolean readsOnly(Expression expression, int slot) {
    return switch (expression.shape()) {
      case Shape.Local _ -> false;
      case Shape.Read read -> read.slot() == slot || isOfTheLaw(read);
      case Shape.Has has -> has.slot() == slot;
      case Shape.EnrolledSince since -> since.slot() == slot;
      case Shape.Walk walk ->
          readsOnly(walk.members(), slot) && readsOnlyWithin(Step.of(walk).body(), slot, walk);
      default -> expression.operands().stream().allMatch(operand -> readsOnly(operand, slot));
    };
  }

  private static boolean readsOnlyWithin(Expression body, int slot, Shape.Walk walk) {
    return switch (body.shape()) {
      case Shape.Local _ -> false;
      case Shape.Read read ->
          read.slot() == slot || read.slot() == walk.reached() || isOfTheLaw(read);
      case Shape.Has has -> has.slot() == slot || has.slot() == walk.reached();
      case Shape.EnrolledSince since -> since.slot() == slot || since.slot() == walk.reached();
      case Shape.Walk _ -> false;
      default -> body.operands().stream().allMatch(operand -> readsOnlyWithin(operand, slot, walk));
    };
  }

  private static boolean isOfTheLaw(Shape.Read read) {
    return read.attribute() instanceof org.konbit.rules.expression.Parameter
        || read.attribute() instanceof org.konbit.rules.expression.Today;
  }
}
