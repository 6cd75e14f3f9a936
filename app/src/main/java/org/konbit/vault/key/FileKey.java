package org.konbit.vault.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.TreeMap;
import org.konbit.vault.InstallationKey;
import org.konbit.vault.KeyRefused;

/** An installation's key that lies in a file. */
final class FileKey implements InstallationKey, KeyVersions {
  /** What was read at one time. */
  private record Opened(KeyText key, VersionedAead wrapping) {
    static Opened of(KeyText key) {
      var keys = new TreeMap<Integer, byte[]>();
      key.versions().forEach((number, version) -> keys.put(number, derived(version, "wrap")));
      return new Opened(key, new VersionedAead(keys));
    }

    int version() {
      return key.versions().lastKey();
    }
  }

  private final KeyFile file;
  private final Clock clock;
  private volatile Opened opened;

  FileKey(KeyFile file, Clock clock) {
    this.file = file;
    this.clock = clock;
    this.opened = Opened.of(file.read());
  }

  @Override
  public int version() {
    return opened.version();
  }

  @Override
  public int addVersion() {
    file.replace(file.read().withNewVersion(LocalDate.now(clock)));
    opened = Opened.of(file.read());
    return version();
  }

  @Override
  public String export() {
    return opened.key().write();
  }

  @Override
  public byte[] wrap(byte[] secret, String context) {
    return opened.wrapping().encrypt(secret, bytes(context));
  }

  @Override
  public byte[] unwrap(byte[] wrapped, String context) {
    int version = VersionedAead.versionOf(wrapped);
    try {
      return upTo(version).wrapping().decrypt(wrapped, bytes(context));
    } catch (GeneralSecurityException e) {
      throw new KeyRefused(
          "The (%s), wrapped under version (%d), cannot be unwrapped.\n".formatted(context, version)
              + "The key file may belong to another installation.",
          e);
    }
  }

  @Override
  public byte[] derive(String purpose) {
    return Secrets.derive(KeyText.bytes(opened.key().root()), "lasting:" + purpose);
  }

  @Override
  public byte[] derive(String purpose, int version) {
    var found = upTo(version).key().versions().get(version);
    if (found == null) {
      throw new KeyRefused("The installation's key has no version (%d).".formatted(version));
    }
    return derived(found, purpose);
  }

  /** Another process may have added a version while this one runs. */
  private Opened upTo(int version) {
    if (version > opened.version()) {
      opened = Opened.of(file.read());
    }
    return opened;
  }

  private static byte[] derived(KeyText.Version version, String purpose) {
    return Secrets.derive(KeyText.bytes(version.secret()), "version:" + purpose);
  }

  private static byte[] bytes(String context) {
    return context.getBytes(StandardCharsets.UTF_8);
  }
}
