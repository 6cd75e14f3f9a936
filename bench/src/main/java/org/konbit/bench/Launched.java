package org.konbit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The real launcher, run as somebody at a terminal runs it. */
final class Launched {
  private static final Path OWN = Path.of("/proc/self/stat");

  private Launched() {}

  static ProcessBuilder of(Map<String, String> environment, String... arguments) {
    var builder = new ProcessBuilder();
    builder.command().add(Law.home().resolve("konbit").toString());
    builder.command().addAll(java.util.List.of(arguments));
    builder.environment().putAll(environment);
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  /** Processor seconds of all processes that ended, or 0 where the system does not tell. */
  static double usedByEnded() throws IOException {
    if (!Files.isReadable(OWN)) {
      return 0;
    }
    var stat = Files.readString(OWN);
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
  }

  static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }
}
