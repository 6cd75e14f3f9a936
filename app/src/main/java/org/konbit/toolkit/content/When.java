package org.konbit.toolkit.content;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * A day, or the month or year that is all that is known of it.
 *
 * @param first the first day it can be
 * @param known how much of it is known
 */
public record When(LocalDate first, Known known) implements Comparable<When> {
  /** How much of a date is known. */
  public enum Known {
    DAY,
    MONTH,
    YEAR
  }

  private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

  /**
   * Reads {@code 2026-05-04}, {@code 2026-05} or {@code 2026}.
   *
   * @throws DateTimeException if it is none of these
   */
  public static When parse(String text) {
    var found = FORM.matcher(text);
    if (!found.matches()) {
      throw new DateTimeException(
          "The date (%s) is not written as 2026-05-04, 2026-05 or 2026.".formatted(text));
    }
    int year = Integer.parseInt(found.group(1));
    if (found.group(2) == null) {
      return new When(LocalDate.of(year, 1, 1), Known.YEAR);
    }
    if (found.group(3) == null) {
      return new When(YearMonth.of(year, Integer.parseInt(found.group(2))).atDay(1), Known.MONTH);
    }
    return new When(LocalDate.parse(text), Known.DAY);
  }

  /** One certain day. */
  public static When on(LocalDate day) {
    return new When(day, Known.DAY);
  }

  /** The last day it can be. */
  public LocalDate last() {
    return switch (known) {
      case DAY -> first;
      case MONTH -> YearMonth.from(first).atEndOfMonth();
      case YEAR -> first.withDayOfYear(first.lengthOfYear());
    };
  }

  /** As files and {@code datetime} attributes write it. */
  public String iso() {
    return switch (known) {
      case DAY -> first.toString();
      case MONTH -> YearMonth.from(first).toString();
      case YEAR -> "%04d".formatted(first.getYear());
    };
  }

  @Override
  public int compareTo(When other) {
    return first.compareTo(other.first);
  }
}
