package org.konbit.directory.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.konbit.directory.exchange.Standard;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An organisation with one of everything that the standard has, down to the last field. */
final class EveryKind {
  private static final int DEEPEST = 4;

  private EveryKind() {}

  static String of(String organisation, String service, String place) {
    var json = object("organization", organisation, 0);
    var location = object("location", place, 1);
    location.remove("organization_id");
    json.putArray("locations").add(location);
    var offered = object("service", service, 1);
    offered.remove(
        java.util.List.of("organization_id", "program_id", "organization", "last_modified"));
    var at = (ObjectNode) offered.get("service_at_locations").get(0);
    at.remove(java.util.List.of("location", "service_id"));
    at.put("location_id", place);
    json.putArray("services").add(offered);
    return json.toString();
  }

  private static ObjectNode object(String name, String id, int depth) {
    var kind = Standard.kind(name);
    var object = JsonNodeFactory.instance.objectNode();
    for (var field : kind.fields()) {
      // What a place in the document says already goes without saying.
      boolean isLink = field.type().equals("uuid") && !field.name().equals("id");
      boolean isLinkKind = Set.of("link_entity", "resource_type").contains(field.name());
      if (!isLink && !isLinkKind) {
        value(object, field, name);
      }
    }
    object.put("id", id);
    for (var nested : kind.nested()) {
      if (depth < DEEPEST && !nested.kind().equals("organization")) {
        var one = object(nested.kind(), UUID.randomUUID().toString(), depth + 1);
        if (nested.isMany()) {
          object.putArray(nested.field()).add(one);
        } else {
          object.set(nested.field(), one);
        }
      }
    }
    return object;
  }

  private static void value(ObjectNode object, Standard.Field field, String kind) {
    if (!field.choices().isEmpty()) {
      object.put(field.name(), field.choices().getFirst());
      return;
    }
    switch (field.type()) {
      case "number" -> object.put(field.name(), 42);
      case "date" -> object.put(field.name(), "2026-10-01");
      case "time" -> object.put(field.name(), "18:00:00");
      case "instant" -> object.put(field.name(), "2026-10-01T09:30:00Z");
      case "uri" -> object.put(field.name(), "https://example.org/" + kind);
      case "email" -> object.put(field.name(), "office@example.org");
      default -> object.put(field.name(), kind + " " + field.name());
    }
  }

  /** All that was sent is in what came back; who a contact is, is left out. */
  static void assertSame(JsonNode sent, JsonNode back) {
    same("", sent, back);
  }

  private static void same(String path, JsonNode sent, JsonNode back) {
    switch (sent) {
      case ObjectNode object -> {
        for (var each : object.properties()) {
          boolean isPerson = path.matches(".*contacts\\[0]") && each.getKey().equals("name");
          if (!isPerson) {
            assertThat(back.has(each.getKey())).as(path + "." + each.getKey()).isTrue();
            same(path + "." + each.getKey(), each.getValue(), back.get(each.getKey()));
          } else {
            assertThat(back.has("name")).as(path).isFalse();
          }
        }
      }
      case ArrayNode all -> {
        for (int i = 0; i < all.size(); i++) {
          same(path + "[" + i + "]", all.get(i), back.get(i));
        }
      }
      default -> assertThat(back.asString()).as(path).isEqualTo(sent.asString());
    }
  }
}
