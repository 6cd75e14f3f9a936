package org.konbit.screening.interview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The fields of a question as somebody filled them in: anything may stand in them. */
record Typed(Map<String, List<String>> fields) {
  /** Where a choice stands. */
  static final String ANSWER = "answer";

  /** The choice that says no more. */
  static final String DECLINE = "decline";

  static final String NONE = "none";
  static final String OTHER = "other";

  // Nothing that is asked for is longer, and what is shown again must not swell the page.
  private static final int LONGEST = 80;

  Typed {
    fields = Map.copyOf(fields);
  }

  static Typed nothing() {
    return new Typed(Map.of());
  }

  static Typed of(MultiValueMap<String, String> sent) {
    return new Typed(new LinkedHashMap<>(sent));
  }

  static Builder builder() {
    return new Builder();
  }

  /** What stands in the field, without blanks around it; empty where nothing does. */
  String text(String name) {
    var values = all(name);
    return values.isEmpty() ? "" : values.getFirst();
  }

  /** Every value of a field that may have several. */
  List<String> all(String name) {
    return fields.getOrDefault(name, List.of()).stream()
        .map(String::strip)
        .map(value -> value.length() > LONGEST ? value.substring(0, LONGEST) : value)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /** The same with another field. */
  Typed with(String name, String value) {
    var changed = new LinkedHashMap<>(fields);
    changed.put(name, List.of(value));
    return new Typed(changed);
  }

  /** The same without a field. */
  Typed without(String name) {
    var changed = new LinkedHashMap<>(fields);
    changed.remove(name);
    return new Typed(changed);
  }

  boolean has(String name, String value) {
    return all(name).contains(value);
  }

  boolean isDeclined() {
    return has(ANSWER, DECLINE);
  }

  /** Fills fields in. */
  static final class Builder {
    private final MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();

    private Builder() {}

    Builder put(String name, Object value) {
      fields.add(name, value.toString());
      return this;
    }

    Typed build() {
      return Typed.of(fields);
    }
  }
}
