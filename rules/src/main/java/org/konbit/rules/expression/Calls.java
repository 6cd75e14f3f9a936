package org.konbit.rules.expression;

import static org.konbit.rules.household.Values.NONE;
import static org.konbit.rules.household.Values.UNKNOWN;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.konbit.rules.household.Dates;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;

/** The functions that conditions may call. */
final class Calls {
  private Calls() {}

  /** Unknown of anything unknown, none of anything that is none. */
  static final class Plain extends Expression {
    private final Shape.Function function;
    private final Expression[] arguments;

    Plain(Kind kind, Unit unit, Shape.Function function, List<Expression> arguments) {
      super(kind, unit);
      this.function = function;
      this.arguments = arguments.toArray(Expression[]::new);
    }

    @Override
    public Shape shape() {
      return new Shape.Called(function, arguments[0], Optional.of(arguments[arguments.length - 1]));
    }

    @Override
    public List<Expression> operands() {
      return List.of(arguments);
    }

    @Override
    public long evaluate(Frame frame, int member) {
      long first = arguments[0].evaluate(frame, member);
      long second = arguments.length > 1 ? arguments[1].evaluate(frame, member) : 0;
      if (first == UNKNOWN || second == UNKNOWN) {
        return UNKNOWN;
      }
      return first == NONE || second == NONE ? NONE : function.of(first, second);
    }
  }

  /** Whether there is one at all. */
  static final class Present extends Expression {
    private final Expression operand;

    Present(Expression operand) {
      super(Kind.BOOL, Unit.PLAIN);
      this.operand = operand;
    }

    @Override
    public Shape shape() {
      return new Shape.Present(operand);
    }

    @Override
    public List<Expression> operands() {
      return List.of(operand);
    }

    @Override
    public long evaluate(Frame frame, int member) {
      long value = operand.evaluate(frame, member);
      return value == UNKNOWN ? UNKNOWN : Values.of(value != NONE);
    }
  }

  /** Years, months or days that have passed since a day: a clock that runs with the date. */
  static final class Elapsed extends Expression {
    /** How the time is counted. */
    enum In {
      YEARS(Shape.Function.YEARS_BETWEEN),
      MONTHS(Shape.Function.MONTHS_BETWEEN),
      DAYS(Shape.Function.DAYS_BETWEEN);

      private final Shape.Function function;

      In(Shape.Function function) {
        this.function = function;
      }

      Shape.Function function() {
        return function;
      }
    }

    private final In in;
    private final Expression since;

    Elapsed(In in, Expression since) {
      super(Kind.INT, Unit.valueOf(in.name()));
      this.in = in;
      this.since = since;
    }

    @Override
    public Shape shape() {
      return new Shape.Called(in.function(), since, Optional.empty());
    }

    @Override
    public List<Expression> operands() {
      return List.of(since);
    }

    @Override
    public long evaluate(Frame frame, int member) {
      long value = read(frame, member);
      if (Values.isPresent(value)) {
        frame.change(dayOf(frame, member, value + 1), cause());
      }
      return value;
    }

    @Override
    boolean isClock() {
      return true;
    }

    @Override
    long read(Frame frame, int member) {
      long start = since.evaluate(frame, member);
      if (!Values.isPresent(start)) {
        return start;
      }
      return switch (in) {
        case YEARS -> Dates.yearsBetween(start, frame.today());
        case MONTHS -> Dates.monthsBetween(start, frame.today());
        case DAYS -> frame.today() - start;
      };
    }

    @Override
    long dayOf(Frame frame, int member, long value) {
      long start = since.evaluate(frame, member);
      if (!Values.isPresent(start) || (value > 10_000 && in != In.DAYS)) {
        return Integer.MAX_VALUE;
      }
      return switch (in) {
        case YEARS -> Dates.dateOfAge(start, value);
        case MONTHS -> Dates.dateOfMonths(start, value);
        case DAYS -> start + value;
      };
    }

    @Override
    Cause cause() {
      return Cause.WAITING_PERIOD;
    }
  }

  /** The calendar year of the date: a clock that ticks on 1 January. */
  static final class YearOfToday extends Expression {
    YearOfToday() {
      super(Kind.INT, Unit.PLAIN);
    }

    @Override
    public Shape shape() {
      return new Shape.OfToday(Shape.Function.YEAR);
    }

    @Override
    public long evaluate(Frame frame, int member) {
      return frame.year();
    }

    @Override
    boolean isClock() {
      return true;
    }

    @Override
    long read(Frame frame, int member) {
      return LocalDate.ofEpochDay(frame.today()).getYear();
    }

    @Override
    long dayOf(Frame frame, int member, long value) {
      return value < 9_999 ? LocalDate.of((int) value, 1, 1).toEpochDay() : Integer.MAX_VALUE;
    }
  }

  /** The calendar month of the date, which starts again every year. */
  static final class MonthOf extends Expression {
    MonthOf() {
      super(Kind.INT, Unit.PLAIN);
    }

    @Override
    public Shape shape() {
      return new Shape.OfToday(Shape.Function.MONTH);
    }

    @Override
    public long evaluate(Frame frame, int member) {
      var today = LocalDate.ofEpochDay(frame.today());
      frame.change(today.withDayOfMonth(1).plusMonths(1).toEpochDay(), Cause.LAW);
      return today.getMonthValue();
    }

    @Override
    boolean isClock() {
      return true;
    }

    @Override
    long read(Frame frame, int member) {
      return LocalDate.ofEpochDay(frame.today()).getMonthValue();
    }

    void rememberTurn(Frame frame, LongPredicate test) {
      var today = LocalDate.ofEpochDay(frame.today());
      boolean now = test.test(today.getMonthValue());
      for (int month = 1; month <= 12; month++) {
        var next = today.withDayOfMonth(1).plusMonths(month);
        if (test.test(next.getMonthValue()) != now) {
          frame.change(next.toEpochDay(), Cause.LAW);
          return;
        }
      }
    }
  }

  /** A table's row for a year, or the latest before it. */
  static final class InYear extends Expression {
    private final Parameter table;
    private final Expression year;

    InYear(Parameter table, Expression year) {
      super(Kind.INT, table.unit());
      this.table = table;
      this.year = year;
    }

    @Override
    public Shape shape() {
      return new Shape.InYear(table, year);
    }

    @Override
    public List<Expression> operands() {
      return List.of(year);
    }

    @Override
    public List<Attribute> reads() {
      return List.of(table);
    }

    @Override
    public long evaluate(Frame frame, int member) {
      long row = year.evaluate(frame, member);
      return Values.isPresent(row) ? table.inYear(frame, row) : row;
    }
  }

  /** The first day of an enrolment in a program, or none for who is not enrolled. */
  static final class EnrolledSince extends Expression {
    private final String program;
    private final Terms.Read enrolled;

    EnrolledSince(String program, Terms.Read enrolled) {
      super(Kind.DATE, Unit.PLAIN);
      this.program = program;
      this.enrolled = enrolled;
    }

    @Override
    public Shape shape() {
      return new Shape.EnrolledSince(program, enrolled.slot());
    }

    @Override
    public List<Expression> operands() {
      return List.of(enrolled);
    }

    @Override
    public long evaluate(Frame frame, int member) {
      if (enrolled.evaluate(frame, member) == UNKNOWN) {
        return UNKNOWN;
      }
      int who = enrolled.who(frame, member);
      for (var enrollment : frame.household().enrolled(who)) {
        if (enrollment.program().equals(program)) {
          if (enrollment.since() == UNKNOWN) {
            frame.missing(Vocabulary.ENROLLED_IN, who);
          }
          return enrollment.since();
        }
      }
      return NONE;
    }
  }

  /** A definition that takes arguments. */
  static final class Defined extends Expression {
    private final Definition definition;
    private final Expression[] arguments;

    Defined(Definition definition, List<Expression> arguments) {
      super(definition.kind(), definition.unit());
      this.definition = definition;
      this.arguments = arguments.toArray(Expression[]::new);
    }

    @Override
    public Shape shape() {
      return new Shape.Defined(definition, List.of(arguments));
    }

    @Override
    public List<Expression> operands() {
      return List.of(arguments);
    }

    @Override
    public List<Attribute> reads() {
      return List.of(definition);
    }

    @Override
    public long evaluate(Frame frame, int member) {
      if (arguments.length == 1) {
        long only = arguments[0].evaluate(frame, member);
        if (!Values.isPresent(only)) {
          return only;
        }
        frame.locals().setArgument(0, only);
        return definition.apply(frame, member);
      }
      // Kept apart until all are known: evaluating one may write over the level that another is in.
      var values = new long[arguments.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = arguments[i].evaluate(frame, member);
        if (!Values.isPresent(values[i])) {
          return values[i];
        }
      }
      for (int i = 0; i < values.length; i++) {
        frame.locals().setArgument(i, values[i]);
      }
      return definition.apply(frame, member);
    }
  }

  static Expression yearly(Expression cents) {
    return new Plain(Kind.INT, Unit.RATE, Shape.Function.YEARLY, List.of(cents));
  }

  static Expression monthly(Expression cents) {
    return new Plain(Kind.INT, Unit.RATE, Shape.Function.MONTHLY, List.of(cents));
  }

  /** Whether anything below reads the family's own facts, and not the law alone. */
  static boolean readsFacts(Expression expression) {
    if (expression instanceof Terms.Read read && !(read.attribute() instanceof Parameter)) {
      return true;
    }
    return expression.operands().stream().anyMatch(Calls::readsFacts);
  }

  /** Every member of the household. */
  static long everyone(Household household) {
    return (1L << household.size()) - 1;
  }
}
