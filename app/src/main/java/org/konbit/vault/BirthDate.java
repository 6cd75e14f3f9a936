package org.konbit.vault;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A birth date, as well as it is known. */
public sealed interface BirthDate {
  /** The day is known. */
  record Full(LocalDate date) implements BirthDate {
    @Override
    public String toString() {
      return "Full";
    }
  }

  /** A day was given, and may be a placeholder or off by a year. */
  record Approximate(LocalDate date) implements BirthDate {
    @Override
    public String toString() {
      return "Approximate";
    }
  }

  /** The year alone is known. */
  record YearOnly(Year year) implements BirthDate {
    @Override
    public String toString() {
      return "YearOnly";
    }
  }

  record Unknown() implements BirthDate {}

  /**
   * How well a date that somebody wrote is known: the first of January, and any day more than 110
   * years ago, is often a placeholder and so approximate.
   *
   * @return nothing for a date after today
   */
  static Optional<BirthDate> of(LocalDate written, LocalDate today) {
    if (written.isAfter(today)) {
      return Optional.empty();
    }
    boolean isPlaceholder = written.getDayOfYear() == 1 || written.isBefore(today.minusYears(110));
    return Optional.of(isPlaceholder ? new Approximate(written) : new Full(written));
  }

  /** The terms to keep; none if nothing is known. */
  default Set<String> toKeep() {
    return switch (this) {
      case Full(var date) -> Set.of(date.toString(), inYear(date.getYear()));
      case Approximate(var date) ->
          Set.of(date.toString(), inYear(date.getYear()), aboutYear(date.getYear()));
      case YearOnly(var year) -> Set.of(inYear(year.getValue()), aboutYear(year.getValue()));
      case Unknown() -> Set.of();
    };
  }

  /**
   * What a record must have: the day, or day and month exchanged, or an approximate date within a
   * year of it; by an approximate date, anyone born within a year of it.
   */
  default Wanted toFind() {
    return switch (this) {
      case Full(var date) -> new Wanted(List.of(around(date)));
      case Approximate(var date) -> new Wanted(List.of(years(date.getYear(), "in ")));
      case YearOnly(var year) -> new Wanted(List.of(years(year.getValue(), "in ")));
      case Unknown() -> new Wanted(List.of());
    };
  }

  private static Set<String> around(LocalDate date) {
    var terms = years(date.getYear(), "about ");
    terms.add(date.toString());
    try {
      var exchanged = LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue());
      terms.add(exchanged.toString());
    } catch (DateTimeException e) {
      return terms; // a day after the twelfth is no month
    }
    return terms;
  }

  private static Set<String> years(int year, String prefix) {
    return new HashSet<>(List.of(prefix + (year - 1), prefix + year, prefix + (year + 1)));
  }

  private static String inYear(int year) {
    return "in " + year;
  }

  private static String aboutYear(int year) {
    return "about " + year;
  }
}
