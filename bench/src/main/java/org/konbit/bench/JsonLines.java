package org.konbit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** {@code ./konbit screen --jsonl} over many families, from its start to its end. */
final class JsonLines {
  private static final int FAMILIES = 10_000;
  private static final double BAR = 10;

  private JsonLines() {}

  static Figure measure() throws IOException, InterruptedException {
    var in = Files.createTempFile("konbit-bench", ".jsonl");
    var out = Files.createTempFile("konbit-bench", ".out");
    try {
      Files.write(in, Families.documents(42, FAMILIES));
      var builder = Launched.of(Map.of(), "screen", "--jsonl");
      builder.redirectInput(in.toFile()).redirectOutput(out.toFile());
      double usedBefore = Launched.usedByEnded();
      long start = System.nanoTime();
      int status = builder.start().waitFor();
      double seconds = Launched.secondsSince(start);
      double used = Launched.usedByEnded() - usedBefore;
      return figure(status, seconds, used, out);
    } finally {
      Files.delete(in);
      Files.delete(out);
    }
  }

  private static Figure figure(int status, double seconds, double used, Path out)
      throws IOException {
    long lines;
    try (var read = Files.lines(out)) {
      lines = read.count();
    }
    if (status != 0 || lines != FAMILIES) {
      throw new IllegalStateException(
          "The status is (%d), and (%d) lines came out.".formatted(status, lines));
    }
    int cores = Runtime.getRuntime().availableProcessors();
    return new Figure(
        "`screen --jsonl`, %,d families, %,d MB out".formatted(FAMILIES, Files.size(out) >> 20),
        "%.1f s".formatted(seconds),
        "%.1f s of %d cores: %.1f s each".formatted(used, cores, used / cores),
        "≤ %.0f s".formatted(BAR),
        seconds <= BAR ? "met" : used / cores <= BAR ? "met by processor time" : "missed");
  }
}
