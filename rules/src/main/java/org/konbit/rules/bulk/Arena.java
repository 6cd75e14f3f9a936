package org.konbit.rules.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which array of a worker holds what: the population's columns and the tables, the same for all
 * workers, and what kernels and loops write for the chunk at hand.
 */
final class Arena {
  /** One array among those that compiled code is given. */
  record Place(int index, Cells cells) {}

  private record Held(Cells cells, Optional<Object> shared) {}

  private final Map<Object, Place> places = new HashMap<>();
  private final List<Held> held = new ArrayList<>();
  private final Slots slots = new Slots();

  Arena() {
    // Slots.ARRAY: how long it is, is known once all claims have their slots.
    add(Cells.LONGS, Optional.empty());
  }

  /** Where the claims of a chunk stand. */
  Slots slots() {
    return slots;
  }

  /** The array that a node is read from: a column, a table, or what was stored for the chunk. */
  Place of(Node node) {
    return switch (node.op()) {
      case COLUMN -> {
        var column = (Column) node.what();
        yield shared(column, Cells.of(column.width()), column.rows());
      }
      case TABLE -> {
        var lookup = (Lookup) node.what();
        var cells = Cells.of(lookup.range());
        yield shared(lookup, cells, cells.of(lookup.values()));
      }
      default -> scratch(node);
    };
  }

  /** The array for the chunk at hand that a node is written to. */
  Place scratch(Node node) {
    return places.computeIfAbsent(node, _ -> add(Cells.scratch(Range.of(node)), Optional.empty()));
  }

  private Place shared(Object what, Cells cells, Object rows) {
    var place = places.get(what);
    if (place == null) {
      place = add(cells, Optional.of(rows));
      places.put(what, place);
    }
    return place;
  }

  private Place add(Cells cells, Optional<Object> shared) {
    held.add(new Held(cells, shared));
    return new Place(held.size() - 1, cells);
  }

  /** The arrays for one worker. */
  Object[] arrays(int rows) {
    var arrays =
        held.stream().map(one -> one.shared().orElseGet(() -> one.cells().rows(rows))).toArray();
    arrays[Slots.ARRAY] = slots.words();
    return arrays;
  }

  /** The memory one worker's own arrays take for each row. */
  int bytesARow() {
    int bits = 0;
    for (Held one : held) {
      bits += one.shared().isPresent() ? 0 : 8 << Population.place(one.cells());
    }
    return bits / 8;
  }
}
