package org.konbit.rules.expression;

import dev.cel.common.ast.CelExpr;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.konbit.rules.expression.Shape.Function;

/** Turns the calls of named functions in CEL's checked tree into our own evaluators of them. */
final class FunctionBuilder {
  private final ExpressionBuilder expressions;

  FunctionBuilder(ExpressionBuilder expressions) {
    this.expressions = expressions;
  }

  /** The call of one of the functions that are no operator, or the refusal of it. */
  Expression call(CelExpr node, String function, List<CelExpr> arguments) {
    return switch (function) {
      case "date" -> date(node, arguments.getFirst());
      case "year" -> yearOf(node, arguments.getFirst());
      case "month" -> monthOf(node, arguments.getFirst());
      case "years_between" -> elapsed(Calls.Elapsed.In.YEARS, arguments);
      case "months_between" -> elapsed(Calls.Elapsed.In.MONTHS, arguments);
      case "days_between" -> elapsed(Calls.Elapsed.In.DAYS, arguments);
      case "add_years" -> plain(Kind.DATE, Function.ADD_YEARS, arguments);
      case "add_months" -> plain(Kind.DATE, Function.ADD_MONTHS, arguments);
      case "add_days" -> plain(Kind.DATE, Function.ADD_DAYS, arguments);
      case "end_of_month" -> plain(Kind.DATE, Function.END_OF_MONTH, arguments);
      case "present" -> new Calls.Present(expressions.build(arguments.getFirst()));
      case "in_year" -> inYear(node, arguments);
      case "yearly" -> Calls.yearly(cents(node, arguments.getFirst()));
      case "monthly" -> Calls.monthly(cents(node, arguments.getFirst()));
      case "enrolled_since" -> enrolledSince(node, arguments.getFirst());
      default ->
          throw expressions.unsupported(
              node, "Conditions know no function (%s).".formatted(function));
    };
  }

  private Expression plain(Kind kind, Function function, List<CelExpr> arguments) {
    return new Calls.Plain(
        kind, Unit.PLAIN, function, arguments.stream().map(expressions::build).toList());
  }

  private Expression cents(CelExpr node, CelExpr argument) {
    var amount = expressions.build(argument);
    if (amount.unit() == Unit.RATE) {
      throw expressions.unsupported(node, "This is a rate already.");
    }
    return amount;
  }

  private Expression date(CelExpr node, CelExpr argument) {
    if (!(expressions.build(argument) instanceof Terms.Constant written)) {
      throw expressions.unsupported(node, "date(…) takes a written date.");
    }
    try {
      return new Terms.Constant(Kind.DATE, LocalDate.parse(written.word()).toEpochDay(), "");
    } catch (DateTimeParseException _) {
      throw expressions.unsupported(
          node, "(%s) is no date; write it as 2026-10-01.".formatted(written.word()));
    }
  }

  private static boolean isToday(Expression expression) {
    return expression instanceof Terms.Read read && read.attribute() instanceof Today;
  }

  private Expression yearOf(CelExpr node, CelExpr argument) {
    var day = expressions.build(argument);
    if (isToday(day)) {
      return new Calls.YearOfToday();
    }
    requireStill(node, day);
    return new Calls.Plain(Kind.INT, Unit.PLAIN, Function.YEAR, List.of(day));
  }

  private Expression monthOf(CelExpr node, CelExpr argument) {
    var day = expressions.build(argument);
    if (isToday(day)) {
      return new Calls.MonthOf();
    }
    requireStill(node, day);
    return new Calls.Plain(Kind.INT, Unit.PLAIN, Function.MONTH, List.of(day));
  }

  private void requireStill(CelExpr node, Expression day) {
    if (day.isClock()) {
      throw expressions.unsupported(node, "Only as_of itself may be taken apart.");
    }
  }

  private Expression elapsed(Calls.Elapsed.In in, List<CelExpr> arguments) {
    var from = expressions.build(arguments.get(0));
    var to = expressions.build(arguments.get(1));
    if (isToday(to)) {
      return new Calls.Elapsed(in, from);
    }
    return new Calls.Plain(Kind.INT, Unit.valueOf(in.name()), in.function(), List.of(from, to));
  }

  private Expression inYear(CelExpr node, List<CelExpr> arguments) {
    if (expressions.build(arguments.get(0)) instanceof Terms.Read read
        && read.attribute() instanceof Parameter table) {
      return new Calls.InYear(table, expressions.build(arguments.get(1)));
    }
    throw expressions.unsupported(node, "in_year(…) reads a parameter that is a table by year.");
  }

  private Expression enrolledSince(CelExpr node, CelExpr argument) {
    if (!(expressions.build(argument) instanceof Terms.Constant program)) {
      throw expressions.unsupported(node, "enrolled_since(…) takes a written program id.");
    }
    return new Calls.EnrolledSince(
        program.word(), new Terms.Read(expressions.attribute(node, "insurance.enrolled")));
  }
}
