package org.konbit.vault.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.TreeMap;
import org.konbit.vault.InstallationKey;
import org.konbit.vault.KeyRefused;

/** An installation's key that was read from its file. */
final class FileKey implements InstallationKey {
  private final KeyText key;
  private final VersionedAead wrapping;

  FileKey(KeyText key) {
    this.key = key;
    var keys = new TreeMap<Integer, byte[]>();
    key.versions().forEach((number, version) -> keys.put(number, derived(version, "wrap")));
    this.wrapping = new VersionedAead(keys);
  }

  @Override
  public int version() {
    return key.versions().lastKey();
  }

  @Override
  public byte[] wrap(byte[] secret, String context) {
    return wrapping.encrypt(secret, bytes(context));
  }

  @Override
  public byte[] unwrap(byte[] wrapped, String context) {
    try {
      return wrapping.decrypt(wrapped, bytes(context));
    } catch (GeneralSecurityException e) {
      throw new KeyRefused(
          "The key of (%s), wrapped under version (%d), cannot be unwrapped.\n"
                  .formatted(context, VersionedAead.versionOf(wrapped))
              + "The key file may belong to another installation.",
          e);
    }
  }

  @Override
  public byte[] derive(String purpose) {
    return Secrets.derive(KeyText.bytes(key.root()), "lasting:" + purpose);
  }

  @Override
  public byte[] derive(String purpose, int version) {
    var found = key.versions().get(version);
    if (found == null) {
      throw new KeyRefused("The installation's key has no version (%d).".formatted(version));
    }
    return derived(found, purpose);
  }

  private static byte[] derived(KeyText.Version version, String purpose) {
    return Secrets.derive(KeyText.bytes(version.secret()), "version:" + purpose);
  }

  private static byte[] bytes(String context) {
    return context.getBytes(StandardCharsets.UTF_8);
  }
}
