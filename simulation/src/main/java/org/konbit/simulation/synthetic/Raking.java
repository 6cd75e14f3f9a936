package org.konbit.simulation.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.konbit.simulation.microdata.Block;
import org.konbit.simulation.microdata.Microdata;

/**
 * Fits weights to totals, one margin after another, again and again. All people of a home keep one
 * weight: it changes by the mean of what its people's totals ask for. No weight leaves a fifth to
 * five times what it was. Sums are taken block by block in their order, so that the number of
 * threads changes no digit.
 */
final class Raking {
  private static final int ROUNDS = 60;
  private static final double LEAST = 0.2;
  private static final double MOST = 5;

  private final List<Margin> margins;
  private final List<Cells> cells;

  /** One block's people by margin, and its homes' weights. */
  private static final class Cells {
    private final Block block;
    private final byte[][] places;
    private final double[] start;
    private final double[] weights;

    Cells(Block block, List<Margin> margins) {
      this.block = block;
      places = new byte[margins.size()][block.persons()];
      start = new double[block.homes()];
      for (int number = 0; number < block.homes(); number++) {
        var home = block.home(number);
        int first = block.firstPerson(number);
        start[number] = block.weight(first);
        for (int p = first; p < block.firstPerson(number + 1); p++) {
          var person = block.person(p);
          for (int m = 0; m < margins.size(); m++) {
            places[m][p] = (byte) margins.get(m).place().of(home, person);
          }
        }
      }
      weights = start.clone();
    }

    double[] sums(int margin, int size) {
      var sums = new double[size];
      for (int home = 0; home < weights.length; home++) {
        for (int p = block.firstPerson(home); p < block.firstPerson(home + 1); p++) {
          if (places[margin][p] >= 0) {
            sums[places[margin][p]] += weights[home];
          }
        }
      }
      return sums;
    }

    void apply(int margin, double[] factors) {
      for (int home = 0; home < weights.length; home++) {
        double asked = 0;
        int asking = 0;
        for (int p = block.firstPerson(home); p < block.firstPerson(home + 1); p++) {
          if (places[margin][p] >= 0) {
            asked += factors[places[margin][p]];
            asking++;
          }
        }
        if (asking > 0) {
          double changed = weights[home] * asked / asking;
          weights[home] = Math.clamp(changed, start[home] * LEAST, start[home] * MOST);
        }
      }
    }

    void write() {
      for (int home = 0; home < weights.length; home++) {
        for (int p = block.firstPerson(home); p < block.firstPerson(home + 1); p++) {
          block.setWeight(p, (float) weights[home]);
        }
      }
    }
  }

  private Raking(Microdata people, List<Margin> margins) {
    this.margins = margins;
    this.cells = people.each(block -> new Cells(block, margins));
  }

  /**
   * How near one total came.
   *
   * @param reached with the weights that were found
   */
  record Fit(String margin, String cell, double wanted, double reached) {
    double miss() {
      return wanted == 0 ? 0 : reached / wanted - 1;
    }
  }

  /** Sets the weights, and tells how near every total came. */
  static List<Fit> rake(Microdata people, List<Margin> margins) {
    return new Raking(people, margins).run();
  }

  private List<Fit> run() {
    for (int round = 0; round < ROUNDS; round++) {
      for (int m = 0; m < margins.size(); m++) {
        step(m);
      }
    }
    cells.parallelStream().forEach(Cells::write);
    var fits = new ArrayList<Fit>();
    for (int m = 0; m < margins.size(); m++) {
      var margin = margins.get(m);
      var sums = sums(m);
      IntStream.range(0, sums.length)
          .mapToObj(
              i -> new Fit(margin.name(), margin.cells().get(i), margin.targets().get(i), sums[i]))
          .forEach(fits::add);
    }
    return fits;
  }

  private void step(int m) {
    var sums = sums(m);
    var factors = new double[sums.length];
    for (int i = 0; i < sums.length; i++) {
      factors[i] = sums[i] > 0 ? margins.get(m).targets().get(i) / sums[i] : 1;
    }
    cells.parallelStream().forEach(one -> one.apply(m, factors));
  }

  private double[] sums(int m) {
    int size = margins.get(m).targets().size();
    var parts = cells.parallelStream().map(one -> one.sums(m, size)).toList();
    var sums = new double[size];
    for (var part : parts) {
      for (int i = 0; i < size; i++) {
        sums[i] += part[i];
      }
    }
    return sums;
  }
}
