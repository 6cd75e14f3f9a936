package org.konbit.simulation.status;

import java.util.Map;

/**
 * What the model of one state was solved for, and how near it came.
 *
 * @param wanted people counted as without status, by age band
 * @param candidates the most there could be: noncitizens whom no logic makes lawful
 * @param reached expected by the solved model
 * @param uninsuredWanted the share of them to be uninsured
 * @param uninsuredReached the share expected by the solved model
 */
public record Controls(
    String state,
    Map<AgeBand, Double> wanted,
    Map<AgeBand, Double> candidates,
    Map<AgeBand, Double> reached,
    double uninsuredWanted,
    double uninsuredReached) {

  /** The ages that controls are published or assumed for. */
  public enum AgeBand {
    UNDER_16(0, 0, 15),
    FROM_16_TO_24(1, 16, 24),
    FROM_25_TO_64(2, 25, 64),
    FROM_65(3, 65, 120);

    private final int place;
    private final int from;
    private final int to;

    AgeBand(int place, int from, int to) {
      this.place = place;
      this.from = from;
      this.to = to;
    }

    int place() {
      return place;
    }

    public static AgeBand of(int age) {
      for (AgeBand band : values()) {
        if (age >= band.from && age <= band.to) {
          return band;
        }
      }
      throw new IllegalArgumentException("(%d) is no age.".formatted(age));
    }
  }

  public double total() {
    return reached.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
