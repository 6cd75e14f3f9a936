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
    return places.computeIfAbsent(node, _ -> add(cells(node), Optional.empty()));
  }

  private static Cells cells(Node node) {
    boolean isWide = node.is(Node.Op.DERIVED) && !Derived.isNarrow((Derived) node.what());
    return isWide ? Cells.LONGS : Cells.scratch(Range.of(node));
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
    return held.stream().map(one -> one.shared().orElseGet(() -> one.cells().rows(rows))).toArray();
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
