package org.konbit.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A Konbit started by the launcher, on a data folder and a free port. */
final class RunningKonbit implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("Konbit is ready: (http://localhost:\\d+) ");

  private final Process process;
  private final Path data;
  private final String address;
  private final BufferedReader lines;
  private final StringBuilder said;

  private RunningKonbit(
      Process process, Path data, String address, BufferedReader lines, StringBuilder said) {
    this.process = process;
    this.data = data;
    this.address = address;
    this.lines = lines;
    this.said = said;
  }

  /** Starts it and waits for the line that tells its address. */
  static RunningKonbit start(Checkout checkout, Path data, String... arguments) throws IOException {
    checkout.set("KONBIT_DATA", data.toString());
    checkout.set("KONBIT_PORT", "0");
    checkout.set("KONBIT_NAME", "Harbor Coalition");
    var launch = checkout.launch(arguments).redirectErrorStream(true);
    // Tests that run in the background may have been told to ignore Ctrl-C, and all they start with
    // them.
    launch.command().addAll(0, List.of("env", "--default-signal=INT"));
    var process = launch.start();
    var said = new StringBuilder();
    var lines =
        new BufferedReader(
            new java.io.InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      var ready = READY.matcher(line);
      if (ready.find()) {
        return new RunningKonbit(process, data, ready.group(1), lines, said);
      }
    }
    throw new IllegalStateException("Konbit did not start:\n" + said);
  }

  /** Looks, and waits, for what the pattern is found in, and returns the pattern's first group. */
  String told(Pattern pattern) throws IOException {
    var before = pattern.matcher(said);
    if (before.find()) {
      return before.group(1);
    }
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      var found = pattern.matcher(line);
      if (found.find()) {
        return found.group(1);
      }
    }
    throw new IllegalStateException("Konbit never said (%s).".formatted(pattern));
  }

  String address() {
    return address;
  }

  int port() {
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }

  /** As Ctrl-C does; waits until it has ended. */
  int interrupt() {
    return signal("INT");
  }

  /** As a power cut does, to the JVM alone. */
  int kill() {
    return signal("KILL");
  }

  /** The database servers that run on this data folder. */
  List<ProcessHandle> databaseServers() {
    return ProcessHandle.allProcesses()
        .filter(each ->
            each.info()
                .commandLine()
                .filter(line -> line.contains("postgres") && line.contains(data.toString()))
                .isPresent())
        .toList();
  }

  private int signal(String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
      return process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      signal("TERM");
    }
  }
}
