package org.konbit.clients;

import org.konbit.language.Texts;
import org.konbit.vault.BirthDate;

/** Says a birth date as it is known. */
public final class BirthWords {
  private BirthWords() {}

  /** The date with how well it is known; empty if it is not. */
  public static String of(BirthDate birthDate, Texts t) {
    return switch (birthDate) {
      case BirthDate.Full(var date) -> t.date(date);
      case BirthDate.Approximate(var date) -> t.localize("clients.born.approximate", t.date(date));
      case BirthDate.YearOnly(var year) -> t.localize("clients.born.year", year.toString());
      case BirthDate.Unknown() -> "";
    };
  }
}
