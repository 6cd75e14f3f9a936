package org.konbit.vault.key;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104). */
public final class Hmac {
  private static final String NAME = "HmacSHA256";

  private Hmac() {}

  /** The keyed hash of the message, 32 bytes. */
  public static byte[] sha256(byte[] key, byte[] message) {
    return of(key).doFinal(message);
  }

  /** A hash to feed in pieces; for one thread. */
  public static Mac of(byte[] key) {
    try {
      var mac = Mac.getInstance(NAME);
      mac.init(new SecretKeySpec(key, NAME));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK.", e);
    }
  }
}
