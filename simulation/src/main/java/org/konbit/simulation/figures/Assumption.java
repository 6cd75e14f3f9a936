package org.konbit.simulation.figures;

import java.time.LocalDate;

/**
 * One figure that neither the law nor the population gives.
 *
 * @param place a state, or empty for everywhere
 * @param program a program's id, or empty for all
 * @param ageFrom the youngest it holds for, in completed years
 * @param ageTo the oldest
 * @param from the first day it holds
 * @param low the low end of its range
 * @param high the high end
 * @param confidence {@code published}, {@code derived} or {@code assumption}
 */
public record Assumption(
    String id,
    String place,
    String program,
    int ageFrom,
    int ageTo,
    LocalDate from,
    double value,
    double low,
    double high,
    String unit,
    String confidence,
    String source) {
  public Assumption {
    if (low > value || value > high) {
      throw new FigureProblem(
          "(%s): the value (%s) is outside its range, %s to %s.".formatted(id, value, low, high));
    }
  }

  static Assumption of(Table.Row row) {
    return new Assumption(
        row.text("id"),
        row.text("place"),
        row.text("program"),
        row.number("age_from"),
        row.number("age_to"),
        row.date("from"),
        row.decimal("value"),
        row.decimal("low"),
        row.decimal("high"),
        row.text("unit"),
        row.text("confidence"),
        row.text("source"));
  }

  boolean isFor(String state, String ofProgram, int age) {
    return (place.isEmpty() || place.equals(state))
        && (program.isEmpty() || program.equals(ofProgram))
        && ageFrom <= age
        && age <= ageTo;
  }

  /** How narrowly it is meant: a program before a state before everyone. */
  int rank() {
    return (program.isEmpty() ? 0 : 2) + (place.isEmpty() ? 0 : 1);
  }
}
