package org.konbit.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How a launch ended, and what it said. */
record Outcome(int status, List<String> out, List<String> err) {
  static Outcome of(ProcessBuilder launch) throws IOException, InterruptedException {
    // Into a file, since a full pipe that nobody reads would stop the launcher.
    Path err = Files.createTempFile("konbit", ".err");
    try {
      var process = launch.redirectError(err.toFile()).start();
      process.getOutputStream().close();
      var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Outcome(process.waitFor(), out.lines().toList(), Files.readAllLines(err));
    } finally {
      Files.delete(err);
    }
  }
}
