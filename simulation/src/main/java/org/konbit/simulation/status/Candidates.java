package org.konbit.simulation.status;

import org.konbit.simulation.microdata.Block;
import org.konbit.simulation.status.Controls.AgeBand;

/**
 * The candidates of one state, counted by score in steps of a fiftieth: enough to solve for
 * intercepts without going through all people again.
 */
final class Candidates {
  private static final int STEPS = 1_000;
  private static final double STEP = 0.02;
  private static final double LEAST = -10;

  private final double[][][] weights = new double[AgeBand.values().length][2][STEPS];

  /** Those of one block who live in the state. */
  static Candidates of(Block block, String state, int year) {
    var found = new Candidates();
    for (int home = 0; home < block.homes(); home++) {
      if (!block.state(home).equals(state)) {
        continue;
      }
      for (int p = block.firstPerson(home); p < block.firstPerson(home + 1); p++) {
        var person = block.person(p);
        if (person.isNoncitizen() && !Features.isSurelyLawful(person)) {
          double score = Features.score(block, home, person, year);
          int step = Math.clamp(Math.round((score - LEAST) / STEP), 0, STEPS - 1);
          var row = found.row(AgeBand.of(person.age()), person.isUninsured());
          row[step] += block.weight(p);
        }
      }
    }
    return found;
  }

  private double[] row(AgeBand band, boolean isUninsured) {
    return weights[band.place()][isUninsured ? 1 : 0];
  }

  Candidates plus(Candidates other) {
    for (AgeBand band : AgeBand.values()) {
      for (int insured = 0; insured < 2; insured++) {
        var into = weights[band.place()][insured];
        var from = other.weights[band.place()][insured];
        for (int step = 0; step < STEPS; step++) {
          into[step] += from[step];
        }
      }
    }
    return this;
  }

  double all(AgeBand band) {
    return expected(band, false, 1e3, 0) + expected(band, true, 1e3, 0);
  }

  /** The expected number without status of those insured, or not, at an intercept and a slope. */
  double expected(AgeBand band, boolean isUninsured, double intercept, double uninsured) {
    var row = row(band, isUninsured);
    double sum = 0;
    for (int step = 0; step < STEPS; step++) {
      double logit = LEAST + step * STEP + intercept + (isUninsured ? uninsured : 0);
      sum += row[step] / (1 + StrictMath.exp(-logit));
    }
    return sum;
  }
}
