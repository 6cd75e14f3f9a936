package org.konbit.simulation.run;

import java.util.List;

/**
 * A figure and how surely it is known.
 *
 * @param value the mean of the draws
 * @param standardError of sampling and of the draws together, by Rubin's rules; without the
 *     survey's replicate weights it tells the draws alone
 */
public record Estimate(double value, double standardError) {
  private static final double NINETY_PERCENT = 1.645;

  /** Half of the interval that holds the true figure nine times of ten. */
  public double margin() {
    return NINETY_PERCENT * standardError;
  }

  /**
   * Puts the draws together: total variance is the mean variance within draws, and 1 + 1/M times
   * the variance between them.
   */
  static Estimate of(List<Double> values, List<Double> variances) {
    int draws = values.size();
    double mean = values.stream().mapToDouble(Double::doubleValue).sum() / draws;
    double within = variances.stream().mapToDouble(Double::doubleValue).sum() / draws;
    double between =
        draws < 2
            ? 0
            : values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum() / (draws - 1);
    return new Estimate(mean, Math.sqrt(within + (1 + 1.0 / draws) * between));
  }
}
