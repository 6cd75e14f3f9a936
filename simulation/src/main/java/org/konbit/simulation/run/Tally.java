package org.konbit.simulation.run;

import java.util.Map;
import java.util.TreeMap;
import org.konbit.simulation.microdata.Block;

/**
 * Weighted sums of one draw: by group and quantity, with the survey's weight and with each of its
 * replicates. Parts are put together in a fixed order, so that no digit depends on the threads.
 */
final class Tally {
  private static final int QUANTITIES = Quantity.values().length;

  private final int weights;
  private final double[][] sums;
  private final Map<String, Double> moves = new TreeMap<>();

  Tally(int groups, boolean hasReplicates) {
    weights = hasReplicates ? 1 + Block.REPLICATES : 1;
    sums = new double[groups * QUANTITIES][weights];
  }

  void add(int[] groups, Quantity quantity, double amount, Block block, int person) {
    if (amount == 0) {
      return;
    }
    for (int group : groups) {
      var row = sums[group * QUANTITIES + quantity.place()];
      row[0] += amount * block.weight(person);
      for (int r = 1; r < weights; r++) {
        row[r] += amount * block.replicate(person, r - 1);
      }
    }
  }

  /** Counts somebody whose best coverage is another one. */
  void move(String from, String to, double weight) {
    moves.merge(from + " → " + to, weight, Double::sum);
  }

  Tally plus(Tally other) {
    for (int i = 0; i < sums.length; i++) {
      for (int w = 0; w < weights; w++) {
        sums[i][w] += other.sums[i][w];
      }
    }
    other.moves.forEach((move, weight) -> moves.merge(move, weight, Double::sum));
    return this;
  }

  double value(int group, Quantity quantity) {
    return sums[group * QUANTITIES + quantity.place()][0];
  }

  Map<String, Double> moves() {
    return moves;
  }

  /** The variance by successive differences: 4/80 of the squared distances of the replicates. */
  double variance(int group, Quantity quantity) {
    var row = sums[group * QUANTITIES + quantity.place()];
    double sum = 0;
    for (int r = 1; r < weights; r++) {
      sum += (row[r] - row[0]) * (row[r] - row[0]);
    }
    return sum * 4 / Block.REPLICATES;
  }
}
