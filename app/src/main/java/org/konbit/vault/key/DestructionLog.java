package org.konbit.vault.key;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.konbit.vault.InstallationKey;
import org.konbit.vault.KeyUnavailable;

/**
 * Which organisations' keys were destroyed: a file beside the key file, outside the database and
 * every backup, so that a restored backup can be told to forget them again. A line is a time, an
 * organisation and a seal under the installation's key.
 */
public final class DestructionLog {
  private final Path path;
  private final byte[] key;
  private final Clock clock;

  DestructionLog(Path path, InstallationKey installation, Clock clock) {
    this.path = path;
    this.key = installation.derive("destruction-log");
    this.clock = clock;
  }

  /** Notes a destruction, durably, before it happens. */
  public synchronized void add(UUID organisation) {
    String what = "%s %s".formatted(clock.instant().truncatedTo(ChronoUnit.SECONDS), organisation);
    try {
      if (!Files.exists(path)) {
        Files.createFile(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      try (var out = FileChannel.open(path, StandardOpenOption.WRITE)) {
        // A line that a power cut tore was never acted on.
        out.position(whole(Files.readString(path)));
        out.write(StandardCharsets.UTF_8.encode("%s %s\n".formatted(what, seal(what))));
        out.truncate(out.position());
        out.force(true);
      }
    } catch (IOException e) {
      throw new KeyUnavailable(
          "The destruction log (%s) cannot be written, so nothing was destroyed.\n".formatted(path)
              + "Give the user that runs Konbit the right to write there.",
          e);
    }
  }

  /**
   * All that were ever destroyed.
   *
   * @throws KeyUnavailable if a line was altered
   */
  public Set<UUID> organisations() {
    var organisations = new LinkedHashSet<UUID>();
    try {
      if (Files.exists(path)) {
        String text = Files.readString(path);
        text.substring(0, whole(text)).lines().map(this::organisation).forEach(organisations::add);
      }
    } catch (IOException e) {
      throw new KeyUnavailable(
          "The destruction log (%s) cannot be read.\n".formatted(path)
              + "Give the user that runs Konbit the right to read it.",
          e);
    }
    return organisations;
  }

  /** How much of the text is whole lines; what it says is plain ASCII, so letters are bytes. */
  private static int whole(String text) {
    return text.lastIndexOf('\n') + 1;
  }

  private UUID organisation(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 3
        || !MessageDigest.isEqual(
            seal(words[0] + " " + words[1]).getBytes(StandardCharsets.UTF_8),
            words[2].getBytes(StandardCharsets.UTF_8))) {
      throw new KeyUnavailable(
          "The destruction log (%s) has a line that was not written with this key.\n"
                  .formatted(path)
              + "Put back the file as it was; what it names stays destroyed.");
    }
    return UUID.fromString(words[1]);
  }

  private String seal(String what) {
    return HexFormat.of().formatHex(Hmac.sha256(key, what.getBytes(StandardCharsets.UTF_8)));
  }
}
