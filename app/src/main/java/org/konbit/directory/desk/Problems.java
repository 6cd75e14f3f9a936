package org.konbit.directory.desk;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with what was typed: the field's name and a message key, of a field the first. */
final class Problems {
  private final Map<String, String> byField = new LinkedHashMap<>();

  /** Notes a problem whose name ends the key {@code directory.problem.}. */
  void add(String field, String problem) {
    byField.putIfAbsent(field, "directory.problem." + problem);
  }

  boolean isEmpty() {
    return byField.isEmpty();
  }

  Map<String, String> byField() {
    return Map.copyOf(byField);
  }
}
