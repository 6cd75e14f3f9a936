package org.konbit.rules.expression;

import java.util.List;
import java.util.Optional;
import org.konbit.rules.household.Dates;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Period;
import org.konbit.rules.household.Values;

/**
 * What one node of a checked condition does, for evaluators other than our own: each must come to
 * the same value, {@link Values#NONE} and {@link Values#UNKNOWN} included.
 */
public sealed interface Shape {
  /** The slot of the member whom the condition is asked of; others are of members walked to. */
  int TESTED = -1;

  /** A value written out; words as their code. */
  record Written(long value) implements Shape {}

  /** An attribute of the tested member, or of the one that the walk of this slot has reached. */
  record Read(Attribute attribute, int slot) implements Shape {}

  /** An argument of a definition, or what a walk has gathered so far. */
  record Local(int slot) implements Shape {}

  /** Over members, in their order: {@code step} sees who is reached and what is gathered. */
  record Walk(Expression members, Expression start, Expression step, int reached, int gathered)
      implements Shape {}

  /** How two values are compared. */
  enum Relation {
    EQUAL,
    DIFFERENT,
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST
  }

  /** Two values compared. */
  record Compared(Relation relation, Expression left, Expression right) implements Shape {}

  /** What is done with two numbers. */
  enum Sum {
    PLUS,
    MINUS,
    TIMES,
    DIVIDED,
    REMAINDER,
    DIVIDED_UP,
    LEAST,
    GREATEST
  }

  /** Whole numbers, exactly: an overflow or a division by zero is an error. */
  record Calculated(Sum sum, Expression left, Expression right) implements Shape {}

  /** And, or or. */
  record Both(boolean isAnd, Expression left, Expression right) implements Shape {}

  /** The contrary. */
  record Not(Expression operand) implements Shape {}

  /** One or the other. */
  record Choice(Expression test, Expression then, Expression otherwise) implements Shape {}

  /** In a written list. */
  record InList(Expression element, List<Long> list) implements Shape {}

  /** In a dated list of the law. */
  record InParameter(Expression element, Parameter list) implements Shape {}

  /** Whether the member's set of words, or of programs enrolled in, holds the word. */
  record Has(String word, Fact set, int slot) implements Shape {}

  /** Functions of one or two values that are there. */
  enum Function {
    ADD_YEARS,
    ADD_MONTHS,
    ADD_DAYS,
    END_OF_MONTH,
    YEAR,
    MONTH,
    YEARS_BETWEEN,
    MONTHS_BETWEEN,
    DAYS_BETWEEN,
    YEARLY,
    MONTHLY;

    /** The value for values that are there; the second is ignored by functions of one. */
    public long of(long first, long second) {
      return switch (this) {
        case ADD_YEARS -> Dates.addYears(first, second);
        case ADD_MONTHS -> Dates.addMonths(first, second);
        case ADD_DAYS -> Math.addExact(first, second);
        case END_OF_MONTH -> Dates.endOfMonth(first);
        case YEAR -> Dates.year(first);
        case MONTH -> Dates.month(first);
        case YEARS_BETWEEN -> Dates.yearsBetween(first, second);
        case MONTHS_BETWEEN -> Dates.monthsBetween(first, second);
        case DAYS_BETWEEN -> second - first;
        case YEARLY -> Period.YEAR.rate(first);
        case MONTHLY -> Period.MONTH.rate(first);
      };
    }
  }

  /** A function called; an empty second argument stands for the date of the screening. */
  record Called(Function function, Expression first, Optional<Expression> second)
      implements Shape {}

  /** A part of the date of the screening: {@code YEAR} or {@code MONTH}. */
  record OfToday(Function part) implements Shape {}

  /** Whether there is one at all. */
  record Present(Expression operand) implements Shape {}

  /** A table's row for a year, or the latest before it; of a series, its value on the date. */
  record InYear(Parameter table, Expression year) implements Shape {}

  /** The first day of an enrolment in the program, or none. */
  record EnrolledSince(String program, int slot) implements Shape {}

  /** A definition that takes arguments. */
  record Defined(Definition definition, List<Expression> arguments) implements Shape {}
}
