package org.konbit.rules.bulk;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;

/** One state's compiled law, about to decide one population. Shared by all workers. */
final class StateLaw {
  private final StateCode code;
  private final Population population;
  private final Map<Column, Object> rows;
  private final BitSet incomplete;

  private StateLaw(StateCode code, Population population, Map<Column, Object> rows) {
    this.code = code;
    this.population = population;
    this.rows = rows;
    incomplete = Completeness.incomplete(population, needs(), code.law());
  }

  /**
   * The law for a population that lies within the outline it was compiled for.
   *
   * @param outline that it was compiled for
   */
  static StateLaw of(StateCode code, Outline outline, Population population) {
    var paths = new HashMap<Column, String>();
    outline.columns().forEach((path, column) -> paths.put(column, path));
    var rows = new HashMap<Column, Object>();
    for (Column column : code.arena().columns()) {
      var path = Objects.requireNonNull(paths.get(column));
      rows.put(column, outline.rows(path, population));
    }
    return new StateLaw(code, population, rows);
  }

  Population population() {
    return population;
  }

  StateCode code() {
    return code;
  }

  private int needs() {
    int needs = 0;
    for (Programs programs : code.texts().values()) {
      needs |= programs.facts().needs();
    }
    return needs;
  }

  /** In which households something is left open that the law rests on. */
  BitSet incomplete() {
    return incomplete;
  }

  /** The arrays for one worker. */
  Object[] arrays() {
    return code.arena().arrays(rows, Slots.ROOM);
  }

  Kernel kernel(Object[] arrays) {
    var kernel = new Kernel(population, incomplete, code.law(), needs(), Slots.ROOM);
    var written = new HashSet<Derived>();
    for (Programs programs : code.texts().values()) {
      var facts = programs.facts();
      for (Derived derived : facts.derived()) {
        var node = facts.node(derived);
        if (code.schedule().isUsed(node) && written.add(derived)) {
          kernel.write(derived, arrays[code.arena().of(node).index()]);
        }
      }
    }
    return kernel;
  }
}
