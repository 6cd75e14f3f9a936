package org.konbit.screening.quick;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.konbit.screening.answer.AnswerForm;
import org.konbit.screening.form.FamilyForm;
import org.springframework.util.MultiValueMap;

/**
 * What was typed, just as it was typed: every value by the name of its field. Fields of a person
 * begin with {@code m} and the person's number, from 0.
 */
final class Sheet {
  static final String ROWS = "rows";
  static final String CLAIMED_BY = "claimed-by-";

  // Longer than any answer, and short enough that a page of nothing else stays small.
  private static final int LONGEST = 60;
  private static final int MOST_VALUES = 12;

  private final int rows;
  private final Map<String, List<String>> values;

  private Sheet(int rows, Map<String, List<String>> values) {
    this.rows = Math.clamp(rows, 1, FamilyForm.MOST_MEMBERS);
    this.values = values;
  }

  /** An empty page for one person who lives in the state, as nearly everybody who is asked does. */
  static Sheet empty(String today) {
    var sheet = new Sheet(1, new LinkedHashMap<>());
    sheet.values.put("asOf", List.of(today));
    sheet.values.put(name(0, "resident"), List.of("true"));
    return sheet;
  }

  /** What a browser sent; it may be anything. */
  static Sheet of(MultiValueMap<String, String> sent) {
    var values = new LinkedHashMap<String, List<String>>();
    sent.forEach((name, all) -> {
      if (name.length() <= LONGEST) {
        var typed =
            all.stream()
                .limit(MOST_VALUES)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> value.length() > LONGEST ? value.substring(0, LONGEST) : value)
                .toList();
        if (!typed.isEmpty()) {
          values.put(name, typed);
        }
      }
    });
    return new Sheet(number(values.getOrDefault(ROWS, List.of("1")).getFirst()), values);
  }

  static int number(String text) {
    return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
  }

  static String name(int row, String field) {
    return "m%d.%s".formatted(row, field);
  }

  int rows() {
    return rows;
  }

  boolean isFull() {
    return rows >= FamilyForm.MOST_MEMBERS;
  }

  String value(String name) {
    return values.getOrDefault(name, List.of("")).getFirst();
  }

  String value(int row, String field) {
    return value(name(row, field));
  }

  List<String> values(int row, String field) {
    return values.getOrDefault(name(row, field), List.of());
  }

  Sheet withRow() {
    var more = new LinkedHashMap<>(values);
    more.put(name(rows, "resident"), List.of("true"));
    return new Sheet(rows + 1, more);
  }

  /** The same without a person; whoever that person claimed is claimed by nobody any more. */
  Sheet withoutRow(int gone) {
    if (gone < 0 || gone >= rows || rows == 1) {
      return this;
    }
    var left = new LinkedHashMap<String, List<String>>();
    values.forEach((name, typed) -> {
      int row = row(name);
      if (row != gone) {
        int now = row > gone ? row - 1 : row;
        left.put(
            row < 0 ? name : name(now, name.substring(name.indexOf('.') + 1)),
            typed.stream().map(reclaimed(gone)).filter(value -> !value.isEmpty()).toList());
      }
    });
    left.values().removeIf(List::isEmpty);
    return new Sheet(rows - 1, left);
  }

  private static UnaryOperator<String> reclaimed(int gone) {
    return value -> {
      if (!value.startsWith(CLAIMED_BY)) {
        return value;
      }
      int by = number(value.substring(CLAIMED_BY.length()));
      return by == gone ? "" : CLAIMED_BY + (by > gone ? by - 1 : by);
    };
  }

  private static int row(String name) {
    int dot = name.indexOf('.');
    return name.startsWith("m") && dot > 1 ? number(name.substring(1, dot)) : -1;
  }

  /** Everything, as the answer's page carries it back. */
  List<AnswerForm.Hidden> hidden() {
    var hidden = new ArrayList<AnswerForm.Hidden>();
    values.forEach((name, typed) -> {
      boolean isOurs = name.equals("asOf") || name.equals("state") || row(name) >= 0;
      if (isOurs && row(name) < rows) {
        typed.forEach(value -> hidden.add(new AnswerForm.Hidden(name, value)));
      }
    });
    hidden.add(new AnswerForm.Hidden(ROWS, Integer.toString(rows)));
    return hidden;
  }
}
