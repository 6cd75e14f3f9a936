package org.konbit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.konbit.rules.pack.RulePacks;
import org.konbit.simulation.figures.Assumptions;
import org.konbit.simulation.microdata.pums.PumsImport;
import org.konbit.simulation.reform.Reforms;
import org.konbit.simulation.run.Evaluations;
import org.konbit.simulation.run.Quantity;
import org.konbit.simulation.run.Settings;
import org.konbit.simulation.run.Simulation;
import org.konbit.simulation.synthetic.Synthesis;

/**
 * One population in a JVM of its own, whose memory is then the run's: {@code run PERSONS} for two
 * reforms, {@code read PERSONS} for reading files of the survey's shape.
 */
public final class PopulationRun {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
  private static final List<String> REFORMS = List.of("husky-r3", "ma-cover-all-kids");

  private PopulationRun() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    Locale.setDefault(Locale.ROOT);
    int persons = Integer.parseInt(arguments[1]);
    if (arguments[0].equals("run")) {
      run(persons);
    } else {
      read(persons);
    }
    System.out.printf("peak %d%n", peakKilobytes());
  }

  private static void run(int persons) {
    var assumptions = Assumptions.shipped();
    long start = System.nanoTime();
    var people = Synthesis.make(List.of("CT", "MA"), persons, assumptions, DAY, 1).microdata();
    System.out.printf("load %.3f%n", Launched.secondsSince(start));
    var reformed = REFORMS.stream().map(reform -> Reforms.laidOver(reform, List.of())).toList();
    var settings = new Settings(DAY, DAY, 1, 1, 3, 0, false, 100, assumptions);
    var laws = reformed.stream().map(Reforms.Reformed::law).toList();
    var texts = Evaluations.of(RulePacks.shipped(List.of()), laws);
    start = System.nanoTime();
    var bills = Collections.nCopies(REFORMS.size(), settings);
    var results = new Simulation(people, Reforms.vocabulary(reformed), texts, bills).run(_ -> {});
    for (int i = 0; i < REFORMS.size(); i++) {
      System.err.printf(
          "%s: %,.0f newly eligible%n",
          REFORMS.get(i), results.get(i).all().figure(Quantity.NEWLY_ELIGIBLE).value());
    }
    System.out.printf("run %.3f%n", Launched.secondsSince(start));
  }

  private static void read(int persons) throws IOException, SQLException {
    var folder = Files.createTempDirectory("konbit-bench");
    var people = Synthesis.make(List.of("CT"), persons, Assumptions.shipped(), DAY, 1).microdata();
    var csv = SurveyCsv.write(people, folder);
    var parquet = csv.stream().map(PopulationRun::parquet).toList();
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      for (int i = 0; i < csv.size(); i++) {
        statement.execute(
            "COPY (SELECT * FROM read_csv('%s', all_varchar = true)) TO '%s' (FORMAT parquet)"
                .formatted(csv.get(i), parquet.get(i)));
      }
    }
    for (int round = 0; round < 2; round++) {
      read("csv", csv, people.persons());
      read("parquet", parquet, people.persons());
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static Path parquet(Path csv) {
    return csv.resolveSibling(csv.getFileName().toString().replace(".csv", ".parquet"));
  }

  private static void read(String what, List<Path> files, long persons) {
    long start = System.nanoTime();
    var imported = PumsImport.read(files);
    double seconds = Launched.secondsSince(start);
    if (imported.microdata().persons() != persons) {
      throw new IllegalStateException(
          "Of %d persons %d were read; the first refused: %s"
              .formatted(persons, imported.microdata().persons(), imported.rejects().first()));
    }
    System.out.printf("%s %.3f%n", what, seconds);
  }

  private static long peakKilobytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElse(0);
  }
}
