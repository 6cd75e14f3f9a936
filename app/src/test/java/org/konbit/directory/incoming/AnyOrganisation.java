package org.konbit.directory.incoming;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.konbit.directory.exchange.Standard;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An organisation with some of whatever the standard can say, in words that are awkward to carry.
 */
final class AnyOrganisation {
  private static final List<String> TEXTS =
      List.of(
          "Ayuda legal",
          " spaces around ",
          "comma, \"quotes\" and 'more'",
          "two\nlines",
          "two\r\nlines of elsewhere",
          "=HYPERLINK(\"http://x\")",
          "+1 617 555 0100",
          "-",
          "@handle",
          "'quoted",
          "''=twice",
          "\ttab",
          "مساعدة للعائلات",
          "帮助家庭",
          "Trợ giúp 👪",
          "a\u0301 composed apart",
          "back\\slash; semicolon",
          "null",
          "true",
          "007",
          "1e5");
  private static final int DEEPEST = 4;

  private final Random random;

  AnyOrganisation(Random random) {
    this.random = random;
  }

  ObjectNode organisation() {
    var made = object("organization", 0);
    for (int i = random.nextInt(3); i > 0; i--) {
      var place = object("location", 1);
      place.remove("organization_id");
      made.withArray("locations").add(place);
    }
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      var service = object("service", 1);
      service.remove(List.of("organization", "last_modified"));
      service.remove("service_at_locations");
      var places = made.withArray("locations");
      if (!places.isEmpty()) {
        var at = object("service_at_location", 2);
        at.remove("location");
        at.set("location_id", places.get(random.nextInt(places.size())).get("id"));
        service.withArray("service_at_locations").add(at);
      }
      made.withArray("services").add(service);
    }
    return made;
  }

  private ObjectNode object(String name, int depth) {
    var kind = Standard.kind(name);
    var object = JsonNodeFactory.instance.objectNode();
    for (var field : kind.fields()) {
      boolean isLink = field.type().equals("uuid");
      boolean isLinkKind = List.of("link_entity", "resource_type").contains(field.name());
      boolean isPerson = name.equals("contact") && field.name().equals("name");
      if (!isLink && !isLinkKind && !isPerson && (field.isRequired() || random.nextInt(3) > 0)) {
        value(object, field);
      }
    }
    object.put("id", new UUID(random.nextLong(), random.nextLong()).toString());
    for (var nested : kind.nested()) {
      int some = depth < DEEPEST ? random.nextInt(nested.isMany() ? 3 : 2) : 0;
      boolean isAbove = List.of("organization", "location", "service").contains(nested.kind());
      for (int i = 0; i < some && !isAbove; i++) {
        var one = object(nested.kind(), depth + 1);
        if (nested.isMany()) {
          object.withArray(nested.field()).add(one);
        } else {
          object.set(nested.field(), one);
        }
      }
    }
    return object;
  }

  private void value(ObjectNode object, Standard.Field field) {
    if (!field.choices().isEmpty()) {
      object.put(field.name(), any(field.choices()));
      return;
    }
    switch (field.type()) {
      case "number" ->
          object.put(
              field.name(),
              new BigDecimal(random.nextInt(100_000)).movePointLeft(random.nextInt(4)));
      case "date" ->
          object.put(field.name(), LocalDate.ofEpochDay(20_000 + random.nextInt(1_000)).toString());
      case "time" ->
          object.put(field.name(), LocalTime.ofSecondOfDay(random.nextInt(86_400)).toString());
      case "instant" -> object.put(field.name(), "2026-10-01T09:30:00.000Z");
      case "uri" -> object.put(field.name(), "https://example.org/" + random.nextInt(1_000));
      case "email" -> object.put(field.name(), "office%d@example.org".formatted(random.nextInt(9)));
      default -> object.put(field.name(), any(TEXTS));
    }
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
