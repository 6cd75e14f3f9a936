package org.konbit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a secret leaves behind on the disk. */
public final class Traces {
  private Traces() {}

  /** The files of the data folder in which the secret stands, the database's own among them. */
  public static List<Path> filesHolding(Path data, String secret) throws IOException {
    try (var files = Files.walk(data)) {
      var kept =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.toString().contains("/lib/"))
              .toList();
      assertThat(kept).isNotEmpty();
      return kept.stream().filter(file -> holds(file, secret)).toList();
    }
  }

  private static boolean holds(Path file, String secret) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(secret);
    } catch (IOException gone) { // PostgreSQL makes and removes files as it works
      return false;
    }
  }
}
