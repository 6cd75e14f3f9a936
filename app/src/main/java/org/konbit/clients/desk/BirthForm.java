package org.konbit.clients.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import org.konbit.vault.BirthDate;
import org.konbit.web.Problems;
import org.konbit.web.Sent;

/** A birth date as somebody types it: what is known of it. */
record BirthForm(String day, String month, String year, boolean isApproximate) {
  private static final int FIRST_YEAR = 1880;

  static BirthForm read(Sent sent) {
    return new BirthForm(
        sent.text("birthDay"),
        sent.text("birthMonth"),
        sent.text("birthYear"),
        !sent.text("approximate").isEmpty());
  }

  static BirthForm of(BirthDate birthDate) {
    return switch (birthDate) {
      case BirthDate.Full(var date) -> of(date, false);
      case BirthDate.Approximate(var date) -> of(date, true);
      case BirthDate.YearOnly(var year) -> new BirthForm("", "", year.toString(), false);
      case BirthDate.Unknown() -> new BirthForm("", "", "", false);
    };
  }

  private static BirthForm of(LocalDate date, boolean isApproximate) {
    return new BirthForm(
        String.valueOf(date.getDayOfMonth()),
        String.valueOf(date.getMonthValue()),
        String.valueOf(date.getYear()),
        isApproximate);
  }

  /** The date; unknown if nothing was typed, and whenever there is a problem. */
  BirthDate date(LocalDate today, Problems problems) {
    if ((day + month + year).isEmpty()) {
      return new BirthDate.Unknown();
    }
    var read =
        number(year)
            .filter(each -> each >= FIRST_YEAR)
            .flatMap(each -> date(each, today, problems));
    if (read.isEmpty()) {
      problems.add("birthYear", "birth-date");
    }
    return read.orElseGet(BirthDate.Unknown::new);
  }

  private Optional<BirthDate> date(int year, LocalDate today, Problems problems) {
    if ((day + month).isEmpty()) {
      return year > today.getYear()
          ? inTheFuture(problems)
          : Optional.of(new BirthDate.YearOnly(Year.of(year)));
    }
    try {
      var date = LocalDate.of(year, number(month).orElse(0), number(day).orElse(0));
      var read = BirthDate.of(date, today);
      return read.isEmpty()
          ? inTheFuture(problems)
          : isApproximate ? Optional.of(new BirthDate.Approximate(date)) : read;
    } catch (DateTimeException e) { // there is no such day
      return Optional.empty();
    }
  }

  private static Optional<BirthDate> inTheFuture(Problems problems) {
    problems.add("birthYear", "birth-future");
    return Optional.empty();
  }

  private static Optional<Integer> number(String typed) {
    return typed.matches("\\p{Nd}{1,4}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "BirthForm";
  }
}
