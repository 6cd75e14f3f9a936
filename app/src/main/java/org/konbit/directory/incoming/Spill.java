package org.konbit.directory.incoming;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was read, set aside in some files so that all of one organisation stands in one: however
 * long the whole is, a part of it is in memory.
 */
final class Spill implements AutoCloseable {
  /** The field that says of which kind an object is, while it is on its way. */
  static final String KIND = "#kind";

  /** The field that says where in the file it stood. */
  static final String PLACE = "#place";

  static final int PARTS = 64;

  private final JsonMapper json;
  private final Path folder;
  private final @Nullable Writer[] parts = new Writer[PARTS];
  private final Map<String, String> parents = new HashMap<>();

  /**
   * @param folder an empty one, taken away at the end
   */
  Spill(JsonMapper json, Path folder) {
    this.json = json;
    this.folder = folder;
  }

  /** The part in which an organisation of this id stands. */
  static int partOf(String organisation) {
    return Math.floorMod(organisation.strip().toLowerCase(java.util.Locale.ROOT).hashCode(), PARTS);
  }

  void add(int part, String kind, String place, ObjectNode object) throws IOException {
    var writer = parts[part];
    if (writer == null) {
      writer = open(part);
      parts[part] = writer;
    }
    String parent = text(object, "parent_organization_id");
    if (kind.equals("organization") && !parent.isEmpty()) {
      parents.put(text(object, "id"), parent);
    }
    object.put(KIND, kind);
    object.put(PLACE, place);
    writer.write(object.toString());
    writer.write('\n');
  }

  private BufferedWriter open(int part) throws IOException {
    return Files.newBufferedWriter(folder.resolve(part + ".jsonl"), StandardCharsets.UTF_8);
  }

  /** The objects of a part, in the order in which they came. */
  List<ObjectNode> part(int part) throws IOException {
    var writer = parts[part];
    if (writer == null) {
      return List.of();
    }
    writer.close();
    try (Stream<String> lines = Files.lines(folder.resolve(part + ".jsonl"))) {
      return lines.map(line -> (ObjectNode) json.readTree(line)).toList();
    }
  }

  /** Whether an organisation would be its own ancestor. */
  boolean isInCycle(String organisation) {
    Set<String> seen = new HashSet<>();
    for (String at = parents.get(organisation); at != null; at = parents.get(at)) {
      if (at.equals(organisation)) {
        return true;
      }
      if (!seen.add(at)) {
        return false;
      }
    }
    return false;
  }

  static String kind(ObjectNode object) {
    return object.path(KIND).asString("");
  }

  static String place(ObjectNode object) {
    return object.path(PLACE).asString("");
  }

  /** An id of an object, as it came; empty if it has none. */
  static String text(ObjectNode object, String field) {
    return object.path(field).asString("").strip();
  }

  static boolean isId(String text) {
    return text.length() == 36 && canBeId(text);
  }

  private static boolean canBeId(String text) {
    try {
      return UUID.fromString(text).toString().equalsIgnoreCase(text);
    } catch (IllegalArgumentException e) { // which is the answer
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    for (int i = 0; i < PARTS; i++) {
      var writer = parts[i];
      if (writer != null) {
        writer.close();
        Files.delete(folder.resolve(i + ".jsonl"));
      }
    }
    Files.delete(folder);
  }
}
