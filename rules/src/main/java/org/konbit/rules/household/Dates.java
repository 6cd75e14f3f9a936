package org.konbit.rules.household;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Arithmetic on days since 1970-01-01. What goes in unknown comes out {@link Values#UNKNOWN}, what
 * goes in as none comes out {@link Values#NONE}; unknown goes before none.
 *
 * <p>Whoever was born on 29 February reaches an age on 1 March of a common year: a year is complete
 * only when its last day is over.
 *
 * <p>Dates beyond the years 1 to 9999 end in an {@link ArithmeticException}.
 */
public final class Dates {
  private static final long FIRST = LocalDate.of(1, 1, 1).toEpochDay();
  private static final long LAST = LocalDate.of(9999, 12, 31).toEpochDay();
  private static final long MANY = 4_000_000;

  private Dates() {}

  /** Completed years; negative where {@code to} is before {@code from}, rounded down. */
  public static long yearsBetween(long from, long to) {
    return cannotCount(from, to) ? lesser(from, to) : Math.floorDiv(months(from, to), 12);
  }

  /**
   * Completed months; a month without the day {@code from} falls on is complete when it is over.
   * Negative where {@code to} is before {@code from}, rounded down.
   */
  public static long monthsBetween(long from, long to) {
    return cannotCount(from, to) ? lesser(from, to) : months(from, to);
  }

  public static long daysBetween(long from, long to) {
    return cannotCount(from, to) ? lesser(from, to) : to - from;
  }

  /** The first day on which someone born on the day has completed that many years. */
  public static long dateOfAge(long birthDay, long years) {
    return addYears(birthDay, years);
  }

  /** The first day on which that many months are complete. */
  public static long dateOfMonths(long day, long months) {
    if (cannotCount(day, months)) {
      return lesser(day, months);
    }
    var start = LocalDate.ofEpochDay(day);
    var end = start.plusMonths(small(months));
    return inRange(end.getDayOfMonth() == start.getDayOfMonth() ? end : end.plusDays(1));
  }

  /** The same day in another year; 1 March for 29 February in a common one. */
  public static long addYears(long day, long years) {
    if (cannotCount(day, years)) {
      return lesser(day, years);
    }
    return dateOfMonths(day, small(years) * 12);
  }

  /**
   * The same day in another month, or that month's last where it is shorter: a month added never
   * leaves the month it leads to, so that "through the end of the month" stays right.
   */
  public static long addMonths(long day, long months) {
    return cannotCount(day, months)
        ? lesser(day, months)
        : inRange(LocalDate.ofEpochDay(day).plusMonths(small(months)));
  }

  public static long addDays(long day, long days) {
    return cannotCount(day, days)
        ? lesser(day, days)
        : inRange(LocalDate.ofEpochDay(day + small(days)));
  }

  /** The last day of the month the day is in. */
  public static long endOfMonth(long day) {
    return Values.isPresent(day)
        ? YearMonth.from(LocalDate.ofEpochDay(day)).atEndOfMonth().toEpochDay()
        : day;
  }

  public static long year(long day) {
    return Values.isPresent(day) ? LocalDate.ofEpochDay(day).getYear() : day;
  }

  public static long month(long day) {
    return Values.isPresent(day) ? LocalDate.ofEpochDay(day).getMonthValue() : day;
  }

  private static long months(long from, long to) {
    var start = LocalDate.ofEpochDay(from);
    var end = LocalDate.ofEpochDay(to);
    long months = (end.getYear() - start.getYear()) * 12L;
    months += end.getMonthValue() - start.getMonthValue();
    return end.getDayOfMonth() < start.getDayOfMonth() ? months - 1 : months;
  }

  private static boolean cannotCount(long a, long b) {
    return !Values.isPresent(a) || !Values.isPresent(b);
  }

  // UNKNOWN is below NONE, and both are below everything else.
  private static long lesser(long a, long b) {
    return Math.min(a, b);
  }

  private static long small(long count) {
    if (count > MANY || count < -MANY) {
      throw new ArithmeticException("The count (%d) leads to no date.".formatted(count));
    }
    return count;
  }

  private static long inRange(LocalDate date) {
    long day = date.toEpochDay();
    if (day < FIRST || day > LAST) {
      throw new ArithmeticException("The date (%s) is beyond the years 1 to 9999.".formatted(date));
    }
    return day;
  }
}
