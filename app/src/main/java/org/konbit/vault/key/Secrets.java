package org.konbit.vault.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.konbit.vault.InstallationKey;

/** Draws and derives secrets of 32 bytes. */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** A new secret, drawn at random. */
  public static byte[] draw() {
    var secret = new byte[InstallationKey.SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /** HKDF-SHA-256 (RFC 5869) of {@code secret}, without salt, since the secret is uniform. */
  public static byte[] derive(byte[] secret, String purpose) {
    try {
      var extractAndExpand =
          HKDFParameterSpec.ofExtract()
              .addIKM(secret)
              .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), InstallationKey.SECRET_BYTES);
      return KDF.getInstance("HKDF-SHA256").deriveData(extractAndExpand);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HKDF-SHA256 is part of every JDK 25.", e);
    }
  }
}
