package org.konbit.simulation.synthetic;

import org.konbit.simulation.microdata.Draw;

/** The random numbers of one home, one after another, all below its own key. */
final class Numbers {
  private final long key;
  private int used;

  Numbers(long key) {
    this.key = key;
  }

  double next() {
    return Draw.uniform(key, used++);
  }

  double normal() {
    return Draw.normal(key, used++);
  }

  boolean chance(double of) {
    return next() < of;
  }

  /** A whole number from one to another, both included. */
  int between(int from, int to) {
    return from + (int) (next() * (to - from + 1));
  }

  /** A place among weights, with the chance that its weight gives. */
  int among(double... weights) {
    double all = 0;
    for (double weight : weights) {
      all += weight;
    }
    double at = next() * all;
    for (int i = 0; i < weights.length; i++) {
      at -= weights[i];
      if (at < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }
}
