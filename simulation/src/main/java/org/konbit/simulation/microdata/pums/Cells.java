package org.konbit.simulation.microdata.pums;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.konbit.rules.text.Shown;

/** Reads the cells of one line and gathers what is wrong with them. */
final class Cells {
  private static final Pattern WEIGHT = Pattern.compile("[0-9]{1,6}([.][0-9]{1,9})?");

  private static final int MOST_WEIGHT = 999_999;

  private final Rows rows;
  private final Map<String, Integer> columns;
  private final List<Reject> rejects = new ArrayList<>();

  Cells(Rows rows) {
    this.rows = rows;
    this.columns = rows.columns();
  }

  /** Names every column that is needed and missing, at once. */
  void require(List<String> needed) {
    var missing = needed.stream().filter(name -> !has(name)).toList();
    if (!missing.isEmpty()) {
      var hint =
          columns.containsKey("RELP")
              ? "Files from before 2019 are not read."
              : "Take the file as the Census Bureau publishes it, with all its columns.";
      throw new ImportProblem(
          "The file (%s) lacks the columns (%s).\n%s"
              .formatted(rows.file(), String.join(", ", missing), hint));
    }
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }

  /** The cell's text; empty where the column is missing. */
  String text(String column) {
    var place = columns.get(column);
    return place == null ? "" : rows.cell(place);
  }

  /** A number that everyone has. */
  int number(String column, int low, int high) {
    int plain = digits(column);
    if (plain >= low && plain <= high) {
      return plain;
    }
    var text = text(column);
    if (text.isEmpty()) {
      reject(column, "nothing is written; everyone has this.");
      return low;
    }
    return parsed(column, text, low, high);
  }

  /** A number that was not asked of everyone: an empty cell is 0. */
  int ifAsked(String column, int low, int high) {
    int plain = digits(column);
    if (plain >= low && plain <= high) {
      return plain;
    }
    var text = text(column);
    return text.isEmpty() ? 0 : parsed(column, text, low, high);
  }

  // NO_DIGITS is below every bound, so what is not plain goes the slow way.
  private int digits(String column) {
    var place = columns.get(column);
    return place == null ? Rows.NO_DIGITS : rows.digits(place);
  }

  /** A weight: whole in the survey, a fraction in files of synthetic people. */
  float weight(String column) {
    int plain = digits(column);
    if (plain >= 0 && plain <= MOST_WEIGHT) {
      return plain;
    }
    var text = text(column);
    if (!WEIGHT.matcher(text).matches()) {
      reject(column, "(%s) is no weight, such as 87.".formatted(Shown.of(text)));
      return 0;
    }
    return Float.parseFloat(text);
  }

  private int parsed(String column, String text, int low, int high) {
    int value;
    try {
      value = Integer.parseInt(text);
    } catch (NumberFormatException _) {
      reject(column, "(%s) is no whole number.".formatted(Shown.of(text)));
      return low;
    }
    if (value < low || value > high) {
      reject(column, "(%d) is not from %d to %d.".formatted(value, low, high));
      return low;
    }
    return value;
  }

  void reject(String column, String message) {
    rejects.add(new Reject(rows.file(), rows.line(), column, message));
  }

  /** What was wrong with this line, and a clean slate for the next; nothing where all is well. */
  Optional<Reject> problem() {
    if (rejects.isEmpty()) {
      return Optional.empty();
    }
    var first = rejects.getFirst();
    rejects.clear();
    return Optional.of(first);
  }
}
