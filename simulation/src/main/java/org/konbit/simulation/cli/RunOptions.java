package org.konbit.simulation.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.konbit.rules.command.WrongUsage;
import org.konbit.simulation.figures.Assumptions;
import picocli.CommandLine.Option;

/** What a run rests on besides the law and the people. */
final class RunOptions {
  @Option(
      names = "--draws",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often statuses are drawn, 1 to 100 (${DEFAULT-VALUE} by default).")
  private int draws;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Same seed, same bytes (${DEFAULT-VALUE} by default).")
  private long seed;

  @Option(
      names = "--scenario",
      defaultValue = "central",
      description = "Which end of every range: ${COMPLETION-CANDIDATES}.")
  private Assumptions.Scenario scenario = Assumptions.Scenario.CENTRAL;

  @Option(
      names = "--overrun",
      description =
          "Let more enrol than expected, as happened in Illinois, Minnesota and Connecticut.")
  private boolean overrun;

  @Option(
      names = "--year",
      paramLabel = "N",
      defaultValue = "3",
      description = "Year of the reform: 1, 2, or 3 for the long run (the default).")
  private int year;

  @Option(
      names = "--outreach",
      paramLabel = "X",
      defaultValue = "0",
      description = "Added to the log-odds of enrolling (${DEFAULT-VALUE} by default).")
  private double outreach;

  @Option(
      names = "--assumptions",
      paramLabel = "FILE",
      description = "A table of your own; takes the place of all shipped figures of the same ids.")
  private Optional<Path> assumptions = Optional.empty();

  @Option(
      names = "--undocumented",
      paramLabel = "STATE=N",
      description = "People counted as without status, such as CT=150000.")
  private Map<String, Double> undocumented = new LinkedHashMap<>();

  Assumptions assumptions() {
    var shipped = Assumptions.shipped();
    var all = assumptions.map(shipped::with).orElse(shipped);
    for (var entry : undocumented.entrySet()) {
      if (entry.getValue() < 0 || entry.getValue() > 5_000_000) {
        throw new WrongUsage(
            "The people without status (%.0f) of %s are not from 0 to 5,000,000."
                .formatted(entry.getValue(), entry.getKey()));
      }
      all = all.with("undocumented", entry.getKey(), entry.getValue());
    }
    return all.in(scenario);
  }

  int draws() {
    if (draws < 1 || draws > 100) {
      throw new WrongUsage("The number of draws (%d) is not from 1 to 100.".formatted(draws));
    }
    return draws;
  }

  int year() {
    if (year < 1 || year > 3) {
      throw new WrongUsage("The year (%d) is not 1, 2 or 3.".formatted(year));
    }
    return year;
  }

  long seed() {
    return seed;
  }

  double outreach() {
    return outreach;
  }

  boolean overrun() {
    return overrun;
  }

  String scenario() {
    return scenario.name().toLowerCase(java.util.Locale.ROOT);
  }
}
