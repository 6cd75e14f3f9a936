package org.konbit.simulation.status;

import java.util.EnumMap;
import java.util.Map;
import org.konbit.simulation.figures.Assumptions;
import org.konbit.simulation.status.Controls.AgeBand;

/**
 * Finds, for one state, an intercept for each age band and one slope on being uninsured, so that
 * the expected numbers meet the controls. The uninsured share is a target of its own, since logical
 * edits alone distort the very question of coverage.
 */
final class Solver {
  private static final double FAR = 15;
  private static final double MOST_SLOPE = 5;
  private static final int HALVINGS = 50;

  // Nobody is certain: a control above this share of the candidates is a miss, and is told.
  private static final double MOST = 0.98;

  private final Candidates candidates;
  private final Map<AgeBand, Double> wanted;

  Solver(Candidates candidates, Map<AgeBand, Double> wanted) {
    this.candidates = candidates;
    this.wanted = wanted;
  }

  /** The solved model of a state. */
  record Solved(Map<AgeBand, Double> intercepts, double slope, Controls controls) {}

  /** What the assumptions want of a state. */
  static Map<AgeBand, Double> wanted(
      Assumptions assumptions, String state, java.time.LocalDate day) {
    double all = assumptions.value("undocumented", state, 30, day);
    var wanted = new EnumMap<AgeBand, Double>(AgeBand.class);
    wanted.put(AgeBand.UNDER_16, all * assumptions.value("share_under_16", state, 10, day));
    wanted.put(AgeBand.FROM_16_TO_24, all * assumptions.value("share_16_24", state, 20, day));
    wanted.put(AgeBand.FROM_65, all * assumptions.value("share_65", state, 70, day));
    double rest = all - wanted.values().stream().mapToDouble(Double::doubleValue).sum();
    wanted.put(AgeBand.FROM_25_TO_64, rest);
    return wanted;
  }

  Solved solve(String state, double uninsuredShare) {
    double low = -MOST_SLOPE;
    double high = MOST_SLOPE;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (uninsured(intercepts(middle), middle) < uninsuredShare) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double slope = (low + high) / 2;
    var intercepts = intercepts(slope);
    var all = new EnumMap<AgeBand, Double>(AgeBand.class);
    var reached = new EnumMap<AgeBand, Double>(AgeBand.class);
    for (AgeBand band : AgeBand.values()) {
      all.put(band, candidates.all(band));
      reached.put(band, expected(band, intercepts, slope));
    }
    double share = uninsured(intercepts, slope);
    return new Solved(
        intercepts, slope, new Controls(state, wanted, all, reached, uninsuredShare, share));
  }

  private Map<AgeBand, Double> intercepts(double slope) {
    var intercepts = new EnumMap<AgeBand, Double>(AgeBand.class);
    for (AgeBand band : AgeBand.values()) {
      double goal = Math.min(wanted.getOrDefault(band, 0.0), MOST * candidates.all(band));
      double low = -FAR;
      double high = FAR;
      for (int i = 0; i < HALVINGS; i++) {
        double middle = (low + high) / 2;
        intercepts.put(band, middle);
        if (expected(band, intercepts, slope) < goal) {
          low = middle;
        } else {
          high = middle;
        }
      }
      intercepts.put(band, (low + high) / 2);
    }
    return intercepts;
  }

  private double expected(AgeBand band, Map<AgeBand, Double> intercepts, double slope) {
    double at = intercepts.getOrDefault(band, 0.0);
    return candidates.expected(band, false, at, slope) + candidates.expected(band, true, at, slope);
  }

  private double uninsured(Map<AgeBand, Double> intercepts, double slope) {
    double all = 0;
    double uninsured = 0;
    for (AgeBand band : AgeBand.values()) {
      all += expected(band, intercepts, slope);
      double at = intercepts.getOrDefault(band, 0.0);
      uninsured += candidates.expected(band, true, at, slope);
    }
    return all == 0 ? 0 : uninsured / all;
  }
}
