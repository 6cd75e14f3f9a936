package org.konbit.directory.incoming;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Organisations, services, places and services at places of the standard as JSON: a list, a page of
 * its API, an object a line, or one object; read one by one.
 */
final class JsonFile {
  private static final int LONGEST_OBJECT = 16_000_000;
  private static final int LONGEST_FIRST_LINE = 1_000_000;

  private final JsonMapper json;
  private final JsonMapper line;
  private final Spill spill;
  private int count;

  JsonFile(JsonMapper json, Spill spill) {
    this.json = json;
    this.line = json.rebuild().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    this.spill = spill;
  }

  void read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        Reader text = MixedText.of(in, LONGEST_OBJECT)) {
      if (isLines(file)) {
        lines(text);
      } else {
        whole(text);
      }
    }
  }

  /** Whether the first line is an object of its own. */
  private boolean isLines(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        Reader text = MixedText.of(in, Integer.MAX_VALUE)) {
      var first = new StringBuilder();
      for (int each = text.read(); each >= 0 && each != '\n'; each = text.read()) {
        if (first.length() == LONGEST_FIRST_LINE) {
          return false;
        }
        first.append((char) each);
      }
      return this.line.readTree(first.toString()) instanceof ObjectNode object && !isPage(object);
    } catch (JacksonException e) { // which is the answer
      return false;
    }
  }

  private static boolean isPage(ObjectNode object) {
    return object.get("contents") instanceof ArrayNode && !object.has("id");
  }

  private void lines(Reader text) throws IOException {
    var lines = new BufferedReader(text);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      MixedText.begin(text);
      if (!line.isBlank()) {
        line(line, number);
      }
    }
  }

  private void line(String line, int number) throws IOException {
    String place = "line " + number;
    ObjectNode object;
    try {
      object = this.line.readTree(line) instanceof ObjectNode read ? read : json.createObjectNode();
    } catch (JacksonException e) { // told as a refusal, beside the lines that are right
      object = json.createObjectNode();
    }
    add(object, place);
  }

  private void whole(Reader text) throws IOException {
    try (JsonParser parser = json.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new Unreadable(Unreadable.Reason.EMPTY);
      }
      for (JsonToken token = parser.currentToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case START_ARRAY, END_ARRAY -> {}
          case START_OBJECT -> object(parser, text);
          default -> throw new Unreadable(Unreadable.Reason.FORMAT);
        }
      }
    } catch (JacksonException e) {
      throw new Unreadable(count == 0 ? Unreadable.Reason.FORMAT : Unreadable.Reason.BROKEN, e);
    }
  }

  /** Field by field, for a page of the API may be one object and longer than memory. */
  private void object(JsonParser parser, Reader text) throws IOException {
    MixedText.begin(text);
    ObjectNode object = json.createObjectNode();
    boolean isPage = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      if (parser.nextToken() == JsonToken.START_ARRAY
          && field.equals("contents")
          && !object.has("id")) {
        isPage = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          MixedText.begin(text);
          add(json.readTree(parser) instanceof ObjectNode each ? each : json.createObjectNode());
        }
      } else {
        object.set(field, json.readTree(parser));
      }
    }
    if (!isPage) {
      add(object);
    }
  }

  private void add(ObjectNode object) throws IOException {
    add(object, "[%d]".formatted(count));
  }

  private void add(ObjectNode object, String place) throws IOException {
    count++;
    String kind = kind(object);
    switch (kind) {
      case "service_at_location" -> atLocation(object, place);
      case "service" -> {
        String organisation =
            object.get("organization") instanceof ObjectNode nested
                ? Spill.text(nested, "id")
                : Spill.text(object, "organization_id");
        spill.add(Spill.partOf(organisation), kind, place, object);
      }
      case "location" ->
          spill.add(Spill.partOf(Spill.text(object, "organization_id")), kind, place, object);
      default -> spill.add(Spill.partOf(Spill.text(object, "id")), kind, place, object);
    }
  }

  /** A service at a place is the service, with that place. */
  private void atLocation(ObjectNode at, String place) throws IOException {
    ObjectNode service =
        at.remove("service") instanceof ObjectNode nested ? nested : json.createObjectNode();
    if (!service.has("id") && at.has("service_id")) {
      service.set("id", at.get("service_id"));
    }
    service.putArray("service_at_locations").add(at);
    add(service, place);
    count--;
  }

  private static String kind(ObjectNode object) {
    if (object.has("location_type")) {
      return "location";
    }
    if (object.get("service") instanceof ObjectNode
        || (object.has("service_id") && object.has("location_id"))) {
      return "service_at_location";
    }
    return object.has("status")
            || object.has("organization")
            || object.has("organization_id")
            || object.has("service_at_locations")
        ? "service"
        : "organization";
  }
}
