package org.konbit.vault.key;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.SortedMap;

/**
 * AES-256-GCM under several versions of a key. The newest encrypts; each ciphertext begins with the
 * version that made it, so any that is still held decrypts. Safe for use by many threads.
 */
public final class VersionedAead {
  /** What stands before the encrypted bytes: Tink's format byte, then the version. */
  public static final int PREFIX_BYTES = 5;

  /** How much longer a ciphertext is: the prefix, a random nonce and the authentication tag. */
  public static final int OVERHEAD_BYTES = PREFIX_BYTES + 12 + 16;

  private static final byte FORMAT = 1;

  private final Aead aead;

  /**
   * @param keys 32 bytes each, by version; the last is the one that encrypts
   */
  @AccessesPartialKey // the keys are wrapped and stored by us, one by one
  public VersionedAead(SortedMap<Integer, byte[]> keys) {
    try {
      AeadConfig.register(); // once is enough, and more does no harm
      var parameters =
          AesGcmParameters.builder()
              .setKeySizeBytes(32)
              .setIvSizeBytes(12)
              .setTagSizeBytes(16)
              .setVariant(AesGcmParameters.Variant.TINK)
              .build();
      var keyset = KeysetHandle.newBuilder();
      for (var each : keys.entrySet()) {
        var bytes = SecretBytes.copyFrom(each.getValue(), InsecureSecretKeyAccess.get());
        var key =
            AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(bytes)
                .setIdRequirement(each.getKey())
                .build();
        var entry = KeysetHandle.importKey(key);
        keyset.addEntry(each.getKey().equals(keys.lastKey()) ? entry.makePrimary() : entry);
      }
      this.aead = keyset.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("A key set cannot be built.", e);
    }
  }

  /** Encrypts under the newest version, bound to {@code context}. */
  public byte[] encrypt(byte[] plain, byte[] context) {
    try {
      return aead.encrypt(plain, context);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Encryption failed.", e);
    }
  }

  /**
   * Decrypts what any of the versions encrypted for this {@code context}.
   *
   * @throws GeneralSecurityException if it was altered, moved, or made by a version not held
   */
  public byte[] decrypt(byte[] sealed, byte[] context) throws GeneralSecurityException {
    return aead.decrypt(sealed, context);
  }

  /** The version that made a ciphertext, or 0 if the bytes are none. */
  public static int versionOf(byte[] sealed) {
    return sealed.length < OVERHEAD_BYTES || sealed[0] != FORMAT
        ? 0
        : ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt();
  }
}
