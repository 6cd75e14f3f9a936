package org.konbit.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whole runs over populations of growing size, and how fast survey files are read. */
final class PopulationFigures {
  private static final double BAR = 20;
  private static final int LARGEST = 20_000_000;
  private static final int READ = 400_000;

  private final boolean isQuick;

  PopulationFigures(boolean isQuick) {
    this.isQuick = isQuick;
  }

  List<Figure> measure() throws IOException, InterruptedException {
    var figures = new ArrayList<Figure>();
    var sizes =
        isQuick
            ? List.of(100_000, 1_000_000)
            : List.of(100_000, 400_000, 1_000_000, 4_000_000, LARGEST);
    for (int persons : sizes) {
      figures.add(run(persons));
    }
    var read = told("read", READ);
    for (String what : List.of("csv", "parquet")) {
      double seconds = Objects.requireNonNull(read.get(what));
      figures.add(
          Figure.plain(
              "Survey files read from %s, %,d persons".formatted(what, READ),
              "%.2f s, %,.0f persons/s".formatted(seconds, READ / seconds),
              ""));
    }
    return figures;
  }

  private static Figure run(int persons) throws IOException, InterruptedException {
    var told = told("run", persons);
    double seconds = Objects.requireNonNull(told.get("run"));
    boolean hasBar = persons == LARGEST;
    return new Figure(
        "Two reforms, full results, %,d persons".formatted(persons),
        "%.1f s after %.1f s of making them; peak %,.0f MB"
            .formatted(
                seconds,
                Objects.requireNonNull(told.get("load")),
                Objects.requireNonNull(told.get("peak")) / 1024),
        "",
        hasBar ? "≤ %.0f s".formatted(BAR) : "",
        hasBar ? (seconds <= BAR ? "met" : "missed") : "");
  }

  // The last of each name counts: what is read twice is warm then.
  private static Map<String, Double> told(String what, int persons)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseParallelGC",
                "-XX:MaxRAMPercentage=70",
                "-XX:Tier4MinInvocationThreshold=5",
                "-XX:Tier4BackEdgeThreshold=100000000",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                PopulationRun.class.getName(),
                what,
                Integer.toString(persons))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var told = new HashMap<String, Double>();
    try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line : lines.lines().toList()) {
        var words = line.split(" ", -1);
        told.put(words[0], Double.parseDouble(words[1]));
      }
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("The run of %,d persons failed.".formatted(persons));
    }
    return told;
  }
}
