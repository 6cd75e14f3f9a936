package org.konbit.directory.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the Human Services Data Specification 3.1 has: kinds, their fields and what nests in them.
 */
public final class Standard {
  /**
   * A field.
   *
   * @param type text, uuid, uri, email, number, date, time or instant
   * @param choices the words it may hold; none for any
   */
  public record Field(String name, boolean isRequired, String type, List<String> choices) {}

  /**
   * What nests in a kind.
   *
   * @param field under which it nests
   */
  public record Nested(String field, String kind, boolean isMany) {}

  /**
   * A kind of object.
   *
   * @param file of the tabular package
   */
  public record Kind(String name, String file, List<Field> fields, List<Nested> nested) {
    /** Whether it has a field of that name. */
    public boolean has(String field) {
      return fields.stream().anyMatch(each -> each.name().equals(field));
    }
  }

  private static final List<String> TYPES =
      List.of("uuid", "uri", "email", "number", "date", "time", "instant");
  private static final Standard ALL = new Standard();

  private final Map<String, Kind> kinds = new LinkedHashMap<>();

  private Standard() {
    for (String line : lines()) {
      String[] halves = line.split(" / ", 2);
      String[] words = halves[0].split(" ", -1);
      var fields = new ArrayList<Field>();
      for (int i = 2; i < words.length; i++) {
        fields.add(field(words[i]));
      }
      var nested =
          halves.length == 1
              ? List.<Nested>of()
              : List.of(halves[1].split(" ")).stream().map(Standard::nested).toList();
      kinds.put(words[0], new Kind(words[0], words[1], List.copyOf(fields), nested));
    }
  }

  /** All kinds, in the standard's order. */
  public static List<Kind> kinds() {
    return List.copyOf(ALL.kinds.values());
  }

  /** The kind of that name. */
  public static Kind kind(String name) {
    return Optional.ofNullable(ALL.kinds.get(name))
        .orElseThrow(
            () -> new IllegalArgumentException("The standard has no kind (%s).".formatted(name)));
  }

  private static Field field(String word) {
    String[] parts = word.split(":", 2);
    boolean isRequired = parts[0].endsWith("!");
    String name = isRequired ? parts[0].substring(0, parts[0].length() - 1) : parts[0];
    String rest = parts.length == 1 ? "text" : parts[1];
    return rest.equals("text") || TYPES.contains(rest)
        ? new Field(name, isRequired, rest, List.of())
        : new Field(name, isRequired, "text", List.of(rest.replace('_', ' ').split("\\|")));
  }

  private static Nested nested(String word) {
    String[] parts = word.split("=", 2);
    boolean isMany = parts[0].endsWith("[]");
    return new Nested(parts[0].replace("[]", ""), parts[1], isMany);
  }

  private static List<String> lines() {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    Standard.class.getResourceAsStream("/directory/hsds-3.1.txt")),
                StandardCharsets.UTF_8))) {
      return in.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
