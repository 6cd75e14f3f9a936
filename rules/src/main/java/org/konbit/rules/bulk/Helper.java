package org.konbit.rules.bulk;

import org.konbit.rules.expression.Shape;

/** The names of the methods of {@link Loops} that a node calls. */
final class Helper {
  private Helper() {}

  static String of(Node node) {
    return node.is(Node.Op.FAILS) ? failing((Shape.Sum) node.what()) : called(node);
  }

  private static String failing(Shape.Sum sum) {
    return switch (sum) {
      case PLUS -> "plusFails";
      case MINUS -> "minusFails";
      case TIMES -> "timesFails";
      case DIVIDED, REMAINDER, DIVIDED_UP, LEAST, GREATEST -> "otherFails";
    };
  }

  private static String called(Node node) {
    return switch ((Shape.Function) node.what()) {
      case YEARS_BETWEEN -> "yearsBetween";
      case MONTHS_BETWEEN -> "monthsBetween";
      case ADD_YEARS -> "addYears";
      case ADD_MONTHS -> "addMonths";
      case ADD_DAYS, END_OF_MONTH, YEAR, MONTH, DAYS_BETWEEN, YEARLY, MONTHLY ->
          throw new IllegalStateException("(%s) is not called.".formatted(node.what()));
    };
  }
}
