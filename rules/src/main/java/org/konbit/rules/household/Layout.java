package org.konbit.rules.household;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lays out names and values as JSON or YAML. Only ids, words and dates come here, so nothing needs
 * escaping; anything else is a programming error and refused.
 */
final class Layout {
  /** An amount, written in dollars with two places. */
  record Dollars(long cents) {
    @Override
    public String toString() {
      long whole = Math.abs(cents);
      return "%s%d.%02d".formatted(cents < 0 ? "-" : "", whole / 100, whole % 100);
    }
  }

  private final StringBuilder out = new StringBuilder();

  private Layout() {}

  static String json(Map<String, @Nullable Object> document) {
    var layout = new Layout();
    layout.flow(document);
    return layout.out.toString();
  }

  /** Blocks at the outside, one line for what has only plain values inside. */
  static String yaml(Map<String, @Nullable Object> document) {
    var layout = new Layout();
    layout.block(document, 0);
    return layout.out.toString();
  }

  private void flow(@Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> map -> {
        out.append('{');
        var separator = "";
        for (var entry : map.entrySet()) {
          out.append(separator).append(quoted(entry.getKey())).append(": ");
          flow(entry.getValue());
          separator = ", ";
        }
        out.append('}');
      }
      case List<?> list -> {
        out.append('[');
        var separator = "";
        for (Object item : list) {
          out.append(separator);
          flow(item);
          separator = ", ";
        }
        out.append(']');
      }
      case String text -> out.append(quoted(text));
      default -> out.append(value);
    }
  }

  private void block(Map<?, ?> map, int indent) {
    boolean isFirst = true;
    for (var entry : map.entrySet()) {
      // The first name of a list's item follows its dash.
      out.repeat(' ', isFirst ? 0 : indent).append(entry.getKey()).append(':');
      isFirst = false;
      if (entry.getValue() instanceof List<?> list && isOfBlocks(list)) {
        out.append('\n');
        for (Object item : list) {
          out.repeat(' ', indent + 2).append("- ");
          block((Map<?, ?>) item, indent + 4);
        }
      } else {
        out.append(' ');
        flow(entry.getValue());
        out.append('\n');
      }
    }
  }

  private static boolean isOfBlocks(List<?> list) {
    return !list.isEmpty() && list.getFirst() instanceof Map;
  }

  private static String quoted(Object text) {
    var plain = text.toString();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || c > '~') {
        throw new IllegalArgumentException("A value holds a character that no document can.");
      }
    }
    return '"' + plain + '"';
  }
}
