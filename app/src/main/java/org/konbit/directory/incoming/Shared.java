package org.konbit.directory.incoming;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.konbit.directory.exchange.Standard;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The small tables that rows of all organisations refer to: vocabularies and units. */
final class Shared {
  private static final int MOST = 100_000;

  private final Map<String, Map<String, ObjectNode>> byKind = new HashMap<>();
  private int count;

  void add(Standard.Kind kind, ObjectNode row) {
    if (++count > MOST) {
      throw new Unreadable(Unreadable.Reason.LARGE);
    }
    byKind
        .computeIfAbsent(kind.name(), _ -> new HashMap<>())
        .putIfAbsent(Spill.text(row, "id"), row);
  }

  /** Hangs a row on one of these; whether it belongs there. */
  boolean attach(Standard.Kind kind, ObjectNode row) {
    for (String link : new String[] {"link_id", "resource_id"}) {
      String id = Spill.text(row, link);
      for (var each : java.util.List.copyOf(byKind.entrySet())) {
        var parent = id.isEmpty() ? null : each.getValue().get(id);
        if (parent != null) {
          boolean isHung = Gathered.hang(Standard.kind(each.getKey()), parent, kind, row);
          if (isHung) {
            byKind
                .computeIfAbsent(kind.name(), _ -> new HashMap<>())
                .putIfAbsent(Spill.text(row, "id"), row);
          }
          return isHung;
        }
      }
    }
    return false;
  }

  /** Puts copies of what an object refers to into it, and into what hangs from it. */
  void complete(Standard.Kind kind, ObjectNode object) {
    for (var nested : kind.nested()) {
      var value = object.get(nested.field());
      if (value instanceof ArrayNode all) {
        all.forEach(each -> {
          if (each instanceof ObjectNode one) {
            complete(Standard.kind(nested.kind()), one);
          }
        });
      } else if (value instanceof ObjectNode one) {
        complete(Standard.kind(nested.kind()), one);
      } else if (value == null && !nested.isMany()) {
        refer(object, nested);
      }
    }
  }

  private void refer(ObjectNode object, Standard.Nested nested) {
    String by = reference(nested);
    var found = byKind.getOrDefault(nested.kind(), Map.of()).get(Spill.text(object, by));
    if (found != null) {
      var copy = found.deepCopy();
      object.set(nested.field(), copy);
      complete(Standard.kind(nested.kind()), copy);
    }
  }

  /** The column by which a row names what a document would nest. */
  static String reference(Standard.Nested nested) {
    return nested.field().equals("taxonomy_detail") ? "taxonomy_id" : nested.field() + "_id";
  }

  /** Terms that are their own ancestors lose their parents; how many there were. */
  int breakCycles() {
    int broken = 0;
    var terms = byKind.getOrDefault("taxonomy_term", Map.of());
    for (var term : terms.values()) {
      Set<String> seen = new HashSet<>();
      for (ObjectNode at = term; at != null; at = terms.get(Spill.text(at, "parent_id"))) {
        if (!seen.add(Spill.text(at, "id"))) {
          term.remove("parent_id");
          broken++;
          break;
        }
      }
    }
    return broken;
  }
}
