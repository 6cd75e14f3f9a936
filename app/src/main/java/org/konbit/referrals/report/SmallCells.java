package org.konbit.referrals.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which counts must be hidden in what is passed on, where their total is told as well: each that is
 * small, and so many more that none can be worked out of the rest.
 */
final class SmallCells {
  /** The least count of people that may be told, but for none at all: the coalition's own rule. */
  static final int LEAST = 11;

  private SmallCells() {}

  static boolean isSmall(int count) {
    return count > 0 && count < LEAST;
  }

  /**
   * The places of the counts to hide.
   *
   * @return nothing if it cannot be done, so that neither the counts nor their total may be told
   */
  static Optional<List<Integer>> hidden(List<Integer> counts) {
    var hidden =
        IntStream.range(0, counts.size())
            .filter(i -> isSmall(counts.get(i)))
            .boxed()
            .collect(Collectors.toCollection(TreeSet::new));
    // A hidden count could be anything from nothing to the sum of all that are hidden.
    while (!hidden.isEmpty()
        && (hidden.size() < 2 || hidden.stream().mapToInt(counts::get).sum() < LEAST)) {
      var next =
          IntStream.range(0, counts.size())
              .boxed()
              .filter(i -> !hidden.contains(i) && counts.get(i) > 0)
              .min(Comparator.comparing(counts::get));
      if (next.isEmpty()) {
        return Optional.empty();
      }
      hidden.add(next.get());
    }
    return Optional.of(List.copyOf(hidden));
  }
}
