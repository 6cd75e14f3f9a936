package org.konbit.directory.incoming;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.konbit.directory.entry.Arrivals;
import org.konbit.directory.entry.Document;
import org.konbit.directory.entry.ListedService;
import org.konbit.directory.entry.Location;
import org.konbit.directory.entry.Whole;
import org.konbit.directory.exchange.Standard;
import org.konbit.directory.incoming.Gathered.Arriving;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts a mended object back where it belongs: as a thing of its own, or into what it hangs from.
 */
final class Mended {
  private final Arrivals arrivals;
  private final Refusal refusal;

  Mended(Arrivals arrivals, Refusal refusal) {
    this.arrivals = arrivals;
    this.refusal = refusal;
  }

  /** What is to be taken anew; nothing if what it hangs from is not there, which is told. */
  Optional<Arriving> arriving(ObjectNode object, Consumer<Refusal> refusals) {
    var found =
        switch (refusal.kind()) {
          case "organization" -> Optional.of(organization(object));
          case "service" -> Optional.of(service(object));
          case "location" -> Optional.of(location(object));
          default -> part(object);
        };
    if (found.isEmpty()) {
      String field =
          Gathered.PARENTS.stream()
              .filter(each -> Standard.kind(refusal.kind()).has(each))
              .findFirst()
              .orElse("id");
      refusals.accept(
          Refusal.of(
              refusal.kind(),
              "",
              refusal.entryId(),
              new Document(object),
              field,
              Refusal.What.PARENT));
    }
    return found;
  }

  private Arriving organization(ObjectNode object) {
    var one = new Arriving(Spill.text(object, "id"));
    whole(one.entryId).ifPresent(whole -> keepNested(whole.entry().document(), object));
    one.organization = Optional.of(object);
    return one;
  }

  private Arriving service(ObjectNode object) {
    String owner = Spill.text(object, "organization_id");
    var one = new Arriving(owner.isEmpty() ? refusal.entryId() : owner);
    String id = Spill.text(object, "id");
    whole(one.entryId)
        .ifPresent(whole -> {
          whole.services().stream()
              .filter(each -> each.id().toString().equals(id))
              .map(ListedService::document)
              .forEach(was -> keepNested(was, object));
          places(one, whole);
        });
    one.services.put(id, object);
    return one;
  }

  private Arriving location(ObjectNode object) {
    String owner = Spill.text(object, "organization_id");
    var one = new Arriving(owner.isEmpty() ? refusal.entryId() : owner);
    String id = Spill.text(object, "id");
    whole(one.entryId)
        .ifPresent(whole ->
            whole.locations().stream()
                .filter(each -> each.id().toString().equals(id))
                .map(Location::document)
                .forEach(was -> keepNested(was, object)));
    one.locations.put(id, object);
    return one;
  }

  /** Only what was taken without a field has nothing of its own; the rest is there already. */
  private void keepNested(Document was, ObjectNode object) {
    if (refusal.isTaken()) {
      Standard.kind(refusal.kind())
          .nested()
          .forEach(each -> {
            var before = was.json().get(each.field());
            if (before != null) {
              object.set(each.field(), before.deepCopy());
            }
          });
    }
  }

  private Optional<Arriving> part(ObjectNode object) {
    var whole = whole(refusal.entryId());
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    var one = new Arriving(refusal.entryId());
    var entry = whole.get().entry().document().json().deepCopy();
    if (put("organization", entry, object)) {
      one.organization = Optional.of(entry);
      return Optional.of(one);
    }
    for (ListedService service : whole.get().services()) {
      var document = service.document().json().deepCopy();
      if (put("service", document, object)) {
        one.services.put(service.id().toString(), document);
        places(one, whole.get());
        return Optional.of(one);
      }
    }
    for (Location place : whole.get().locations()) {
      var document = place.document().json().deepCopy();
      if (put("location", document, object)) {
        one.locations.put(place.id().toString(), document);
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  private static void places(Arriving one, Whole whole) {
    whole
        .locations()
        .forEach(
            each -> one.locations.put(each.id().toString(), each.document().json().deepCopy()));
  }

  private boolean put(String kind, ObjectNode root, ObjectNode object) {
    String parent =
        Gathered.PARENTS.stream()
            .map(field -> Spill.text(object, field))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(refusal.parentId());
    return put(Standard.kind(kind), root, parent, object);
  }

  private boolean put(Standard.Kind kind, ObjectNode node, String parent, ObjectNode object) {
    if (Spill.text(node, "id").equals(parent)) {
      for (var nested : kind.nested()) {
        if (nested.kind().equals(refusal.kind()) && nested.isMany()) {
          var all =
              node.get(nested.field()) instanceof ArrayNode had
                  ? had
                  : node.putArray(nested.field());
          all.removeIf(each -> each.path("id").asString("").equals(Spill.text(object, "id")));
          all.add(object);
          return true;
        }
      }
    }
    for (var nested : kind.nested()) {
      for (ObjectNode each : Gathered.objects(node.get(nested.field()))) {
        if (put(Standard.kind(nested.kind()), each, parent, object)) {
          return true;
        }
      }
    }
    return false;
  }

  private Optional<Whole> whole(String entry) {
    return Spill.isId(entry)
        ? arrivals.wholes(List.of(UUID.fromString(entry))).stream().findFirst()
        : Optional.empty();
  }
}
