package org.konbit.rules.pack;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * One text of the law as a pack states it, from one day on.
 *
 * @param id the parameter's or definition's full id, the program's id, or {@code
 *     <program>.<condition>}
 * @param from the first day it holds; of a table's row, 1 January of its year
 * @param to the last day, where the pack names one
 * @param text the value, or the condition as it is written
 * @param unit what a value counts; empty for anything but parameters
 * @param isUnverified whether no source could be found that confirms it
 */
public record LawText(
    Kind kind,
    String id,
    LocalDate from,
    Optional<LocalDate> to,
    String text,
    String unit,
    String cite,
    String file,
    int line,
    boolean isUnverified) {

  /** What a text is of. */
  public enum Kind {
    PARAMETER,
    /** A row of a parameter that is kept by year. */
    TABLE,
    DEFINITION,
    CONDITION,
    /** Whether a program exists at all. */
    PROGRAM;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
