package org.konbit.rules.screening;

import java.util.List;

/**
 * The amounts at which limits are crossed, in ascending order: for each the last whole cent before,
 * and which limits cross there for whom.
 */
final class Crossings {
  /** One limit crossed as it measures one member. */
  record Crossing(long cents, int limit, int member) implements Comparable<Crossing> {
    @Override
    public int compareTo(Crossing other) {
      return Long.compare(cents, other.cents);
    }
  }

  private final List<Crossing> sorted;
  private final int[] starts;

  /**
   * @param sorted in ascending order
   */
  Crossings(List<Crossing> sorted) {
    this.sorted = sorted;
    var found = new int[sorted.size() + 1];
    int count = 0;
    for (int i = 0; i < sorted.size(); i++) {
      if (i == 0 || sorted.get(i).cents() != sorted.get(i - 1).cents()) {
        found[count++] = i;
      }
    }
    found[count] = sorted.size();
    starts = java.util.Arrays.copyOf(found, count + 1);
  }

  /** How many amounts. */
  int size() {
    return starts.length - 1;
  }

  long cents(int index) {
    return sorted.get(starts[index]).cents();
  }

  /** Whether the outcome for the member may turn at the amount. */
  boolean concerns(int index, IncomeLimits.Own own, int member) {
    for (int i = starts[index]; i < starts[index + 1]; i++) {
      var crossing = sorted.get(i);
      if (own.has(crossing.limit(), crossing.member() == member)) {
        return true;
      }
    }
    return false;
  }
}
