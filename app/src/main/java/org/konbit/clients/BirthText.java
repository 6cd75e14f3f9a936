package org.konbit.clients;

import java.time.LocalDate;
import java.time.Year;
import org.konbit.vault.BirthDate;

/** A birth date as it is kept under seal: its quality and its digits. */
final class BirthText {
  private BirthText() {}

  static String of(BirthDate birthDate) {
    return switch (birthDate) {
      case BirthDate.Full(var date) -> "FULL " + date;
      case BirthDate.Approximate(var date) -> "APPROXIMATE " + date;
      case BirthDate.YearOnly(var year) -> "YEAR_ONLY " + year;
      case BirthDate.Unknown() -> "UNKNOWN";
    };
  }

  static BirthDate read(String kept) {
    String digits = kept.substring(kept.indexOf(' ') + 1);
    return switch (kept.split(" ", 2)[0]) {
      case "FULL" -> new BirthDate.Full(LocalDate.parse(digits));
      case "APPROXIMATE" -> new BirthDate.Approximate(LocalDate.parse(digits));
      case "YEAR_ONLY" -> new BirthDate.YearOnly(Year.parse(digits));
      case "UNKNOWN" -> new BirthDate.Unknown();
      default -> throw new IllegalArgumentException("A birth date is kept in no known form.");
    };
  }
}
