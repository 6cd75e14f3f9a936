package org.konbit.rules.expression;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Completed years and months between days, counted from 1970-01-01. An anniversary of 29 February
 * falls on 1 March in a common year, for ages and for clocks alike.
 */
final class Days {
  private Days() {}

  static long yearsBetween(long from, long to) {
    var start = LocalDate.ofEpochDay(from);
    var end = LocalDate.ofEpochDay(to);
    long years = end.getYear() - (long) start.getYear();
    return end.isBefore(anniversary(start, years)) ? years - 1 : years;
  }

  /** The first day on which that many years have passed. */
  static long yearsAfter(long from, long years) {
    return anniversary(LocalDate.ofEpochDay(from), years).toEpochDay();
  }

  private static LocalDate anniversary(LocalDate start, long years) {
    var date = start.plusYears(years);
    return date.getDayOfMonth() == start.getDayOfMonth() ? date : date.plusDays(1);
  }

  static long monthsBetween(long from, long to) {
    return ChronoUnit.MONTHS.between(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(to));
  }

  /** The first day on which that many months have passed. */
  static long monthsAfter(long from, long months) {
    var start = LocalDate.ofEpochDay(from);
    var date = start.plusMonths(months);
    return (date.getDayOfMonth() == start.getDayOfMonth() ? date : date.plusDays(1)).toEpochDay();
  }

  static long endOfMonth(long day) {
    var date = LocalDate.ofEpochDay(day);
    return date.withDayOfMonth(date.lengthOfMonth()).toEpochDay();
  }
}
