package org.konbit.simulation.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.konbit.simulation.microdata.Block;
import org.konbit.simulation.microdata.Serial;

/**
 * Weighted sums of one draw: by group and quantity, with the survey's weight and with each of its
 * replicates. Parts are put together in a fixed order, so that no digit depends on the threads.
 */
final class Tally {
  private static final int EXAMPLES = 5;
  private static final int QUANTITIES = Quantity.values().length;

  private final int weights;
  private final double[][] sums;
  private final Map<String, Double> moves = new TreeMap<>();
  private final List<Serial> examples = new ArrayList<>();

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

  /** Keeps the first few homes in which something changes, to be explained. */
  void example(long serial) {
    var home = new Serial(serial);
    if (examples.size() < EXAMPLES && !examples.contains(home)) {
      examples.add(home);
    }
  }

  List<Serial> examples() {
    return examples;
  }

  Tally plus(Tally other) {
    for (int i = 0; i < sums.length; i++) {
      for (int w = 0; w < weights; w++) {
        sums[i][w] += other.sums[i][w];
      }
    }
    other.moves.forEach((move, weight) -> moves.merge(move, weight, Double::sum));
    other.examples.forEach(home -> example(home.code()));
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
