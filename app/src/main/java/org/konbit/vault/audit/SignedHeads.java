package org.konbit.vault.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.konbit.vault.KeyRefused;

/**
 * Where each chain ended, hour by hour: a file beside the key file, outside the database, each line
 * sealed under the installation's key. Without it, a chain cut at its end would look whole.
 */
public final class SignedHeads {
  /** One line. */
  record Line(Instant at, UUID organisation, long seq, String hash, int keyVersion) {
    private byte[] bytes() {
      return text().getBytes(StandardCharsets.UTF_8);
    }

    private String text() {
      return "%s %s %d %s %d".formatted(at, organisation, seq, hash, keyVersion);
    }
  }

  private final Path path;
  private final AuditKeys keys;
  private final Clock clock;

  SignedHeads(Path path, AuditKeys keys, Clock clock) {
    this.path = path;
    this.keys = keys;
    this.clock = clock;
  }

  Path path() {
    return path;
  }

  /** Adds lines, durably. */
  synchronized void add(List<Line> lines) {
    var text = new StringBuilder();
    for (Line line : lines) {
      var seal = HexFormat.of().formatHex(keys.seal(line.keyVersion(), line.bytes()));
      text.append(line.text()).append(' ').append(seal).append('\n');
    }
    try {
      if (!Files.exists(path)) {
        Files.createFile(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      try (var out = FileChannel.open(path, StandardOpenOption.APPEND)) {
        // One write, so that two processes never mix their lines.
        out.write(StandardCharsets.UTF_8.encode(text.toString()));
        out.force(false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Begins a new file and keeps the old one beside it: after a restore, chains are shorter than
   * they were, and rightly so.
   */
  public synchronized void putAside() {
    if (Files.exists(path)) {
      var now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
      try {
        Files.move(path, path.resolveSibling(path.getFileName() + ".before-restore-" + now));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What a reading found: the lines that hold, and the numbers of those that do not. */
  record Reading(List<Line> lines, List<Integer> broken) {}

  Reading read() {
    var lines = new ArrayList<Line>();
    var broken = new ArrayList<Integer>();
    if (Files.exists(path)) {
      try (Stream<String> texts = Files.lines(path)) {
        int number = 0;
        for (String text : (Iterable<String>) texts::iterator) {
          number++;
          if (!take(text, lines)) {
            broken.add(number);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Reading(lines, broken);
  }

  private boolean take(String text, List<Line> lines) {
    String[] words = text.split(" ", -1);
    try {
      var line =
          new Line(
              Instant.parse(words[0]),
              UUID.fromString(words[1]),
              Long.parseLong(words[2]),
              words[3],
              Integer.parseInt(words[4]));
      byte[] seal = HexFormat.of().parseHex(words[5]);
      if (!MessageDigest.isEqual(seal, keys.seal(line.keyVersion(), line.bytes()))) {
        return false;
      }
      lines.add(line);
      return true;
    } catch (DateTimeException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | KeyRefused e) {
      return false; // no time, no number, no such version: the line is not ours
    }
  }
}
