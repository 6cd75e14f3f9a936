package org.konbit.directory.incoming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.konbit.directory.entry.Document;
import org.konbit.directory.exchange.Standard;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts the objects of some organisations together, whether they came nested or as rows. */
final class Gathered {
  /** By which a row says what it hangs from, the most exact first. */
  static final List<String> PARENTS =
      List.of(
          "contact_id",
          "phone_id",
          "service_at_location_id",
          "location_id",
          "service_id",
          "organization_id",
          "link_id",
          "resource_id");

  /** All that came of one organisation, or for one that is there already. */
  static final class Arriving {
    final String entryId;
    Optional<ObjectNode> organization = Optional.empty();

    /** Whether its services alone tell of the organisation, which is less than it may say. */
    boolean isMentioned;

    final Map<String, ObjectNode> services = new LinkedHashMap<>();
    final Map<String, ObjectNode> locations = new LinkedHashMap<>();

    Arriving(String entryId) {
      this.entryId = entryId;
    }
  }

  private record Row(Standard.Kind kind, ObjectNode object) {}

  private final Shared shared;
  private final Consumer<Refusal> refusals;
  private final Map<String, Arriving> arriving = new LinkedHashMap<>();
  private final Map<String, ObjectNode> locations = new LinkedHashMap<>();
  private final Map<String, Row> rows = new HashMap<>();
  private int unnamed;

  Gathered(Shared shared, Consumer<Refusal> refusals) {
    this.shared = shared;
    this.refusals = refusals;
  }

  List<Arriving> of(List<ObjectNode> objects) {
    objects.forEach(this::add);
    arriving.values().forEach(this::places);
    for (Row row : rows.values()) {
      if (List.of("organization", "service", "location").contains(row.kind().name())) {
        shared.complete(row.kind(), row.object());
      }
    }
    locations.values().forEach(this::unowned);
    return List.copyOf(arriving.values());
  }

  private void add(ObjectNode object) {
    var kind = Standard.kind(Spill.kind(object));
    object.remove(Spill.KIND);
    if (isTwice(kind, object)) {
      return;
    }
    switch (kind.name()) {
      case "organization" -> organization(object);
      case "service" -> service(object);
      case "location" -> locations.put(key(object), object);
      default -> part(kind, object);
    }
  }

  private void organization(ObjectNode object) {
    var one = of(Spill.text(object, "id"));
    if (object.remove("services") instanceof ArrayNode nested) {
      each(object, nested, "services", this::service);
    }
    if (object.remove("locations") instanceof ArrayNode nested) {
      each(object, nested, "locations", place -> one.locations.put(key(place), place));
    }
    one.organization = Optional.of(object);
    one.isMentioned = false;
  }

  private void service(ObjectNode object) {
    if (object.remove("organization") instanceof ObjectNode nested) {
      if (!object.has("organization_id") && nested.has("id")) {
        object.set("organization_id", nested.get("id"));
      }
      var owner = of(Spill.text(object, "organization_id"));
      if (owner.organization.isEmpty() && nested.has("name")) {
        nested.put(Spill.PLACE, Spill.place(object) + ".organization");
        owner.organization = Optional.of(nested);
        owner.isMentioned = true;
      }
    }
    var owner = of(Spill.text(object, "organization_id"));
    var before = owner.services.putIfAbsent(key(object), object);
    if (before != null) {
      again(before, object);
    }
    for (ObjectNode at : objects(object.get("service_at_locations"))) {
      if (at.remove("location") instanceof ObjectNode place) {
        at.set("location_id", place.path("id"));
        place.put(Spill.PLACE, Spill.place(object) + ".location");
        owner.locations.putIfAbsent(key(place), place);
      }
    }
  }

  /** A service may come once for each of its places. */
  private void again(ObjectNode before, ObjectNode object) {
    boolean isAtAnother = object.get("service_at_locations") instanceof ArrayNode;
    if (isAtAnother && Spill.text(before, "name").equals(Spill.text(object, "name"))) {
      ArrayNode all = before.withArray("service_at_locations");
      objects(object.get("service_at_locations")).forEach(all::add);
    } else {
      refuse("service", object, "id", Refusal.What.TWICE);
    }
  }

  private void part(Standard.Kind kind, ObjectNode object) {
    for (String by : PARENTS) {
      var parent = rows.get(Spill.text(object, by));
      if (parent != null && hang(parent.kind(), parent.object(), kind, object)) {
        return;
      }
    }
    if (!kind.name().equals("program")) { // one of those is found by the service that names it
      String by = PARENTS.stream().filter(object::has).findFirst().orElse("id");
      refuse(kind.name(), object, by, Refusal.What.PARENT);
    }
  }

  /** Whether objects of a kind nest in those of another. */
  static boolean canHang(Standard.Kind parentKind, Standard.Kind kind) {
    return parentKind.nested().stream()
        .anyMatch(each -> each.isMany() && each.kind().equals(kind.name()));
  }

  /** Hangs a row on another, if the standard has that. */
  static boolean hang(
      Standard.Kind parentKind, ObjectNode parent, Standard.Kind kind, ObjectNode object) {
    for (var nested : parentKind.nested()) {
      if (nested.isMany() && nested.kind().equals(kind.name())) {
        parent.withArray(nested.field()).add(object);
        return true;
      }
    }
    return false;
  }

  private boolean isTwice(Standard.Kind kind, ObjectNode object) {
    String id = Spill.text(object, "id");
    if (!Spill.isId(id) || (kind.name().equals("service") && rows.containsKey(id))) {
      return false; // a service is looked at again where it is put
    }
    var before = rows.putIfAbsent(id, new Row(kind, object));
    if (before == null || !before.kind().equals(kind)) {
      return false;
    }
    refuse(kind.name(), object, "id", Refusal.What.TWICE);
    return true;
  }

  /** Gives an organisation the places that are its own or that its services name. */
  private void places(Arriving one) {
    for (ObjectNode service : one.services.values()) {
      var program = rows.get(Spill.text(service, "program_id"));
      if (program != null && !service.has("program")) {
        var copy = program.object().deepCopy();
        copy.remove(Spill.PLACE);
        service.set("program", copy);
      }
      for (ObjectNode at : objects(service.get("service_at_locations"))) {
        String id = Spill.text(at, "location_id");
        var place = locations.get(id);
        if (place != null && Spill.text(place, "organization_id").isEmpty()) {
          place.put("organization_id", one.entryId);
        }
        if (place != null) {
          one.locations.putIfAbsent(id, place);
        }
      }
    }
  }

  private void unowned(ObjectNode place) {
    String owner = Spill.text(place, "organization_id");
    if (owner.isEmpty()) {
      refuse("location", place, "organization_id", Refusal.What.PARENT);
    } else {
      of(owner).locations.putIfAbsent(key(place), place);
    }
  }

  private Arriving of(String id) {
    return arriving.computeIfAbsent(id, Arriving::new);
  }

  private String key(ObjectNode object) {
    String id = Spill.text(object, "id");
    return id.isEmpty() ? "#" + unnamed++ : id;
  }

  private void refuse(String kind, ObjectNode object, String field, Refusal.What what) {
    String place = Spill.place(object);
    object.remove(Spill.PLACE);
    refusals.accept(
        Refusal.of(
            kind, place, Spill.text(object, "organization_id"), new Document(object), field, what));
  }

  private static void each(
      ObjectNode parent, ArrayNode nested, String field, Consumer<ObjectNode> taking) {
    int number = 0;
    for (ObjectNode each : objects(nested)) {
      each.put(Spill.PLACE, "%s.%s[%d]".formatted(Spill.place(parent), field, number++));
      if (!each.has("organization_id") || each.path("organization_id").asString("").isBlank()) {
        each.set("organization_id", parent.path("id"));
      }
      taking.accept(each);
    }
  }

  static List<ObjectNode> objects(@org.jspecify.annotations.Nullable Object nested) {
    var objects = new ArrayList<ObjectNode>();
    if (nested instanceof ArrayNode all) {
      all.forEach(each -> {
        if (each instanceof ObjectNode object) {
          objects.add(object);
        }
      });
    }
    return objects;
  }
}
