package org.konbit.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The platform as the launcher starts it, on a data folder of its own that goes with it. */
record Served(Process process, int port, Path folder) implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("Konbit is ready: http://localhost:(\\d+) ");

  /**
   * Starts it.
   *
   * @param heap as {@code -Xmx} takes it
   */
  static Served start(String heap) throws IOException {
    var folder = Files.createTempDirectory("konbit-bench");
    var environment =
        Map.of(
            "KONBIT_PORT",
            "0",
            "KONBIT_DATA",
            folder.resolve("data").toString(),
            "KONBIT_API_PER_MINUTE",
            Integer.toString(Integer.MAX_VALUE),
            "JAVA_TOOL_OPTIONS",
            "-Xmx" + heap);
    var process = Launched.of(environment).start();
    return new Served(process, port(process), folder);
  }

  /** The port that it says it is ready at. */
  static int port(Process process) throws IOException {
    var lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      var ready = READY.matcher(line);
      if (ready.find()) {
        return Integer.parseInt(ready.group(1));
      }
    }
    throw new IllegalStateException("The platform did not start.");
  }

  Path data() {
    return folder.resolve("data");
  }

  /** Processor time that it used, its database not counted. */
  Duration used() {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() throws IOException {
    try {
      process.destroy();
      process.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Folders.delete(folder);
  }
}
