package org.konbit.rules.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which array of a worker holds what: the population's columns and the tables, the same for all
 * workers, and what kernels and loops write for the chunk at hand.
 */
final class Arena {
  /** One array among those that compiled code is given. */
  record Place(int index, Cells cells) {}

  /**
   * One array.
   *
   * @param table where it is a table: the same for every population
   * @param column where it is a column: of each population its own
   */
  private record Held(Cells cells, Optional<Object> table, Optional<Column> column) {
    Object of(Map<Column, Object> rows, int room) {
      return column.isPresent()
          ? Objects.requireNonNull(rows.get(column.get()))
          : table.orElseGet(() -> cells.rows(room));
    }
  }

  private final Map<Object, Place> places = new HashMap<>();
  private final List<Held> held = new ArrayList<>();
  private final Slots slots = new Slots();

  Arena() {
    // Slots.ARRAY: how long it is, is known once all claims have their slots.
    add(Cells.LONGS, Optional.empty(), Optional.empty());
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
        yield shared(column, Cells.of(column.width()), Optional.empty(), Optional.of(column));
      }
      case TABLE -> {
        var lookup = (Lookup) node.what();
        var cells = Cells.of(lookup.range());
        yield shared(lookup, cells, Optional.of(cells.of(lookup.values())), Optional.empty());
      }
      default -> scratch(node);
    };
  }

  /** The array for the chunk at hand that a node is written to. */
  Place scratch(Node node) {
    return places.computeIfAbsent(node, _ -> written(Cells.scratch(Range.of(node))));
  }

  private Place shared(Object what, Cells cells, Optional<Object> table, Optional<Column> column) {
    var place = places.get(what);
    if (place == null) {
      place = add(cells, table, column);
      places.put(what, place);
    }
    return place;
  }

  private Place written(Cells cells) {
    return add(cells, Optional.empty(), Optional.empty());
  }

  private Place add(Cells cells, Optional<Object> table, Optional<Column> column) {
    held.add(new Held(cells, table, column));
    return new Place(held.size() - 1, cells);
  }

  /** The columns that are read. */
  List<Column> columns() {
    return held.stream().flatMap(one -> one.column().stream()).toList();
  }

  /**
   * The arrays for one worker.
   *
   * @param rows what a population holds in the place of each column
   * @param room for so many rows
   */
  Object[] arrays(Map<Column, Object> rows, int room) {
    var arrays = held.stream().map(one -> one.of(rows, room)).toArray();
    arrays[Slots.ARRAY] = slots.words();
    return arrays;
  }
}
