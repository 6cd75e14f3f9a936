package org.konbit.screening.answer;

import java.util.List;
import java.util.Optional;
import org.konbit.screening.web.Mark;

/**
 * A family's best coverage over time, laid out. Lengths across are in percent of the width, so that
 * the words keep their size on every screen; lengths down are in pixels.
 *
 * @param title what it shows, in one sentence
 * @param years where years begin
 * @param spans the same as a table
 */
public record Picture(
    String title, int height, List<Row> rows, List<Year> years, List<Span> spans) {
  /** One person. */
  public record Row(String person, int nameAt, List<Bar> bars, List<Name> names) {}

  /** One coverage, as long as it lasts. */
  public record Bar(String x, String width, int y, Mark mark) {}

  /**
   * The name of a coverage.
   *
   * @param tickAt where the bar it belongs to begins
   * @param isAtEnd whether the name ends at {@code x} instead of beginning there
   */
  public record Name(
      String text,
      Optional<String> language,
      String x,
      boolean isAtEnd,
      int y,
      String tickAt,
      int tickFrom) {}

  /** The first day of a year. */
  public record Year(String text, String x) {}

  /**
   * A row of the table.
   *
   * @param until empty where no end is known
   */
  public record Span(String person, Mark mark, Said best, String from, String until) {}
}
