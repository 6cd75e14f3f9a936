package org.konbit.rules.bulk;

import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Values;

/** Reads one fact of many rows; a fact that the population does not state is unknown of all. */
final class Reader {
  private static final Column UNKNOWN = new Column(Values.UNKNOWN);

  private final Column column;

  private Reader(Column column) {
    this.column = column;
  }

  static Reader of(Population population, Fact fact) {
    return new Reader(population.column(fact).orElse(UNKNOWN));
  }

  /** Whether it is known of everyone. */
  boolean isFull() {
    return !column.hasUnknown() && column.size() > 0;
  }

  /** Whether it is known of everyone, and there is one. */
  boolean isPresent() {
    return isFull() && !column.hasNone();
  }

  long at(int row) {
    return column.get(row);
  }
}
