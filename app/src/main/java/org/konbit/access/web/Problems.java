package org.konbit.access.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.konbit.language.Keys;
import org.konbit.language.Texts;

/**
 * What is wrong with what was sent, in words, each beside the field it belongs to.
 *
 * @param byField the field's name and the words; an empty name for what belongs to none
 */
public record Problems(Map<String, String> byField) {
  static final Problems NONE = new Problems(Map.of());

  /** Whether there is anything to tell. */
  public boolean isEmpty() {
    return byField.isEmpty();
  }

  /** What is wrong with a field; empty if nothing. */
  public String at(String field) {
    return byField.getOrDefault(field, "");
  }

  /** The fields that have something wrong, in order. */
  public List<Map.Entry<String, String>> all() {
    return List.copyOf(byField.entrySet());
  }

  static Problems at(String field, String words) {
    return new Problems(Map.of(field, words));
  }

  /** Collects problems, of a field the first alone. */
  static final class Collecting {
    private final Map<String, String> found = new LinkedHashMap<>();
    private final Texts t;

    Collecting(Texts t) {
      this.t = t;
    }

    /** A problem whose name ends the message key {@code access.problem.}. */
    Collecting add(String field, Enum<?> problem) {
      return add(field, Keys.of(problem));
    }

    Collecting add(String field, String problem, Object... values) {
      found.putIfAbsent(field, t.localize("access.problem." + problem, values));
      return this;
    }

    Problems done() {
      return found.isEmpty() ? NONE : new Problems(found);
    }
  }
}
