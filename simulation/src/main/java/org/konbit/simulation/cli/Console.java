package org.konbit.simulation.cli;

import java.io.PrintStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** What the command may touch of the world outside: its streams, the clock, the variables. */
record Console(
    PrintStream out, PrintStream err, InstantSource clock, Map<String, String> variables) {
  private static final ZoneId LAW = ZoneId.of("America/New_York");

  /** The date in the states whose law is held. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), LAW);
  }

  String variable(String name) {
    return variables.getOrDefault(name, "");
  }
}
