package org.konbit.rules.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.konbit.rules.household.Values;

/**
 * Whether conditions can hold together at all, as far as limits on one value tell: {@code age < 19}
 * and {@code age >= 21} cannot. A yes is no promise; a no is certain.
 */
public final class Reach {
  private record Bounds(long least, long most) {
    Bounds and(long from, long to) {
      return new Bounds(Math.max(least, from), Math.min(most, to));
    }
  }

  private final Map<Attribute, Bounds> bounds = new HashMap<>();
  private boolean possible = true;

  private Reach() {}

  public static boolean isPossible(List<Expression> conditions) {
    var reach = new Reach();
    conditions.forEach(reach::require);
    return reach.possible;
  }

  private void require(Expression condition) {
    switch (condition) {
      case Logic.Both both when both.isAnd() -> both.operands().forEach(this::require);
      case Terms.Constant constant -> possible &= constant.value() == Values.TRUE;
      case Comparison comparison -> compare(comparison);
      default -> {}
    }
  }

  private void compare(Comparison comparison) {
    if (comparison.left() instanceof Terms.Read read
        && read.isOfTested()
        && comparison.right() instanceof Terms.Constant constant) {
      limit(read.attribute(), comparison.test(), constant.value());
    }
  }

  private void limit(Attribute attribute, Shape.Relation test, long value) {
    var now = bounds.getOrDefault(attribute, new Bounds(Long.MIN_VALUE, Long.MAX_VALUE));
    var next =
        switch (test) {
          case EQUAL -> now.and(value, value);
          case DIFFERENT -> now;
          case LESS -> now.and(Long.MIN_VALUE, value - 1);
          case AT_MOST -> now.and(Long.MIN_VALUE, value);
          case MORE -> now.and(value + 1, Long.MAX_VALUE);
          case AT_LEAST -> now.and(value, Long.MAX_VALUE);
        };
    bounds.put(attribute, next);
    possible &= next.least() <= next.most();
  }
}
