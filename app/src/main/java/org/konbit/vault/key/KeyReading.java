package org.konbit.vault.key;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.konbit.vault.InstallationKey;
import org.konbit.vault.KeyUnavailable;

/** Reads a key that must be there, before there is a database to compare it with. */
public final class KeyReading {
  private KeyReading() {}

  /**
   * The key an operator brings along.
   *
   * @param named what {@code KONBIT_KEY_FILE} holds, empty for the file beside the data folder
   * @throws KeyUnavailable if there is none
   */
  public static InstallationKey open(String named, Path data) {
    var file = KeyFile.of(named, data);
    if (!file.exists()) {
      throw new KeyUnavailable(
          "There is no key file (%s), and without the key of the backup nothing can be read.\n"
                  .formatted(file.path())
              + "Put the copy there that \"./konbit keys export\" made, with chmod 600, or name its"
              + " place with KONBIT_KEY_FILE.");
    }
    return new FileKey(file, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)); // it draws nothing
  }
}
