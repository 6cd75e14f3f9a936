package org.konbit.web;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.konbit.language.Written;
import org.springframework.util.MultiValueMap;

/** A form as it was sent; a field that is missing is empty. */
public record Sent(MultiValueMap<String, String> fields) {
  /** The longest text that a field takes unless it says otherwise, in characters. */
  public static final int LONGEST = 4_000;

  /** A field's text, without spaces around it and without what no text has. */
  public String text(String field) {
    return Optional.ofNullable(fields.getFirst(field))
        .map(Written::harmless)
        .map(String::strip)
        .orElse("");
  }

  /** Each value of a field that may stand more than once. */
  public List<String> all(String field) {
    return fields.getOrDefault(field, List.of());
  }

  /** A field's lines that are not blank. */
  public List<String> lines(String field) {
    return text(field).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** A text that may not be longer than we keep. */
  public String text(String field, int longest, Problems problems) {
    String text = text(field);
    if (text.length() > longest) {
      problems.add(field, "long");
    }
    return text;
  }

  /** A text that may be neither missing nor longer than we keep. */
  public String required(String field, int longest, Problems problems) {
    if (text(field).isEmpty()) {
      problems.add(field, "missing");
    }
    return text(field, longest, problems);
  }

  /** Years of age, if any were typed. */
  public OptionalInt age(String field, Problems problems) {
    String text = text(field);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > 120) {
      problems.add(field, "age");
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(text));
  }
}
