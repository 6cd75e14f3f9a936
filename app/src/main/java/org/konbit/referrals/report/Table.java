package org.konbit.referrals.report;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Counts with their names.
 *
 * @param key what is counted, for a message key and a file
 * @param rows a count that is missing is hidden
 */
public record Table(String key, List<Row> rows) {
  /**
   * One count.
   *
   * @param name of a constant, in small letters, or an id
   */
  public record Row(String name, OptionalInt many) {}

  public Table {
    rows = List.copyOf(rows);
  }

  /** The same to be passed on: what is small is hidden, and what would give it away. */
  Table forOutside() {
    var counts = rows.stream().map(row -> row.many().orElse(0)).toList();
    var hidden = SmallCells.hidden(counts);
    return hidden
        .map(places -> without(places))
        .orElseGet(() -> without(IntStream.range(0, rows.size()).boxed().toList()));
  }

  private Table without(List<Integer> places) {
    return new Table(
        key,
        IntStream.range(0, rows.size())
            .mapToObj(i ->
                places.contains(i) ? new Row(rows.get(i).name(), OptionalInt.empty()) : rows.get(i))
            .toList());
  }
}
