package org.konbit.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Programs run to their end. */
final class Command {
  private Command() {}

  /**
   * Runs a program and waits for it.
   *
   * @throws IOException with what the program said, if it failed
   */
  static void run(List<String> command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException("%s ended with %d: %s".formatted(command, status, said.strip()));
    }
  }

  static boolean succeeds(String... command) {
    try {
      run(List.of(command));
      return true;
    } catch (IOException e) { // it failed, or there is no such program
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
