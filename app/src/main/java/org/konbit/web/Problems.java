package org.konbit.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with what was typed: the field's name and a message key, of a field the first. */
public final class Problems {
  private final String module;
  private final Map<String, String> byField = new LinkedHashMap<>();

  /**
   * None yet.
   *
   * @param module whose words they are told in: the keys begin with {@code module.problem.}
   */
  public Problems(String module) {
    this.module = module;
  }

  /** Notes a problem whose name ends the message key. */
  public void add(String field, String problem) {
    byField.putIfAbsent(field, module + ".problem." + problem);
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return byField.isEmpty();
  }

  /** The message keys by field, in the order in which they were found. */
  public Map<String, String> byField() {
    return new LinkedHashMap<>(byField);
  }
}
