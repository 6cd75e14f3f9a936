package org.konbit.directory.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.konbit.directory.entry.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Nested documents become the tables of the standard's package. Rows go to files on the way, for
 * the tables of a package come one after the other and those of a document all at once; what is
 * kept in memory is the ids of what several documents share.
 */
final class TabularPackage implements AutoCloseable {
  /** Kinds that several documents may nest: their first copy makes the row. */
  private static final Set<String> SHARED =
      Set.of("organization", "location", "program", "taxonomy", "taxonomy_term", "unit");

  private final Path folder;
  private final Map<String, Writer> tables = new HashMap<>();
  private final Map<String, Set<String>> written = new HashMap<>();

  /**
   * @param folder an empty one, taken away at the end
   */
  TabularPackage(Path folder) {
    this.folder = folder;
  }

  /** Adds a document and all that nests in it. */
  void add(String kind, Document document) throws IOException {
    add(Standard.kind(kind), document.json(), "", "");
  }

  private void add(Standard.Kind kind, ObjectNode object, String parentKind, String parentId)
      throws IOException {
    String id = object.path("id").asString("");
    if (SHARED.contains(kind.name())
        && !written.computeIfAbsent(kind.name(), _ -> new HashSet<>()).add(id)) {
      return;
    }
    var row = new HashMap<String, String>();
    for (var field : kind.fields()) {
      row.put(field.name(), text(object.get(field.name())));
    }
    link(kind, row, parentKind, parentId);
    for (var nested : kind.nested()) {
      var value = object.get(nested.field());
      if (value instanceof ObjectNode one) {
        row.computeIfPresent(
            reference(nested), (_, was) -> was.isEmpty() ? one.path("id").asString("") : was);
        add(Standard.kind(nested.kind()), one, "", "");
      } else if (value instanceof ArrayNode many) {
        for (JsonNode each : many) {
          if (each instanceof ObjectNode child) {
            add(Standard.kind(nested.kind()), child, kind.name(), id);
          }
        }
      }
    }
    if (kind.name().equals("organization") && object.get("services") instanceof ArrayNode all) {
      for (JsonNode each : all) {
        add(Standard.kind("service"), (ObjectNode) each, "organization", id);
      }
    }
    write(kind, row);
  }

  private static String reference(Standard.Nested nested) {
    return nested.field().equals("taxonomy_detail") ? "taxonomy_id" : nested.field() + "_id";
  }

  /** Says in the row what it hangs from; in JSON its place says so. */
  private static void link(
      Standard.Kind kind, Map<String, String> row, String parentKind, String parentId) {
    if (parentKind.isEmpty()) {
      return;
    }
    if (kind.has(parentKind + "_id")) {
      row.put(parentKind + "_id", parentId);
    } else if (kind.has("link_id")) {
      row.put("link_id", parentId);
      row.put("link_entity", parentKind);
    } else if (kind.has("resource_id")) {
      row.put("resource_id", parentId);
      row.put("resource_type", parentKind);
    }
  }

  private void write(Standard.Kind kind, Map<String, String> row) throws IOException {
    var writer = tables.get(kind.file());
    if (writer == null) {
      writer = open(kind.file());
      tables.put(kind.file(), writer);
      Csv.write(writer, kind.fields().stream().map(Standard.Field::name).toList());
    }
    Csv.write(
        writer,
        kind.fields().stream()
            .map(field -> {
              String value = row.getOrDefault(field.name(), "");
              return field.type().equals("number") ? value : Csv.harmless(value);
            })
            .toList());
  }

  private BufferedWriter open(String file) throws IOException {
    return Files.newBufferedWriter(folder.resolve(file), StandardCharsets.UTF_8);
  }

  /** Writes the package: each table that has rows, and the description of all. */
  void writeTo(OutputStream out) throws IOException {
    for (var each : tables.values()) {
      each.close();
    }
    var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    zip.putNextEntry(new ZipEntry("datapackage.json"));
    zip.write(description().getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    for (var kind : Standard.kinds()) {
      if (tables.containsKey(kind.file())) {
        zip.putNextEntry(new ZipEntry(kind.file()));
        Files.copy(folder.resolve(kind.file()), zip);
        zip.closeEntry();
      }
    }
    zip.finish();
    out.flush();
  }

  private String description() {
    var description = JsonNodeFactory.instance.objectNode();
    description.put("name", "human_services_data");
    description.put("profile", "tabular-data-package");
    description.put("title", "Human Services Data Specification 3.1");
    var resources = description.putArray("resources");
    for (var kind : Standard.kinds()) {
      if (tables.containsKey(kind.file())) {
        var resource = resources.addObject();
        resource
            .put("name", kind.name())
            .put("path", kind.file())
            .put("profile", "tabular-data-resource");
        resource.put("encoding", "utf-8").put("format", "csv");
        var fields = resource.putObject("schema").putArray("fields");
        kind.fields().forEach(field -> fields.addObject().put("name", field.name()));
      }
    }
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(description);
  }

  private static String text(@org.jspecify.annotations.Nullable JsonNode value) {
    return value == null || value.isNull() || value.isContainer() ? "" : value.asString();
  }

  @Override
  public void close() throws IOException {
    for (var each : tables.values()) {
      each.close();
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
