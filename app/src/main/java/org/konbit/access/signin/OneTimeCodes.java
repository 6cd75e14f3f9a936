package org.konbit.access.signin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The six digits that an authenticator shows for thirty seconds (RFC 6238, SHA-1). */
final class OneTimeCodes {
  /** 160 bits, as RFC 4226 §4 recommends. */
  static final int SECRET_BYTES = 20;

  private static final int SECONDS = 30;
  private static final int MODULUS = 1_000_000;
  // Clocks differ, and typing takes a while: one step either side (RFC 6238 §5.2).
  private static final int DRIFT = 1;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private OneTimeCodes() {}

  /** The step whose code this is, if it is one of about now. */
  static OptionalLong step(byte[] secret, String code, Instant now) {
    long current = now.getEpochSecond() / SECONDS;
    var found = OptionalLong.empty();
    for (long step = current - DRIFT; step <= current + DRIFT; step++) {
      if (MessageDigest.isEqual(ascii(at(secret, step)), ascii(code))) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  static String at(byte[] secret, long step) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf; // RFC 4226 §5.3
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
      return String.format(Locale.ROOT, "%06d", number % MODULUS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The secret as a person types it where no picture can be taken. */
  static String base32(byte[] secret) {
    var text = new StringBuilder();
    long bits = 0;
    int waiting = 0;
    for (byte each : secret) {
      bits = (bits << Byte.SIZE) | (each & 0xff);
      for (waiting += Byte.SIZE; waiting >= 5; waiting -= 5) {
        text.append(BASE32.charAt((int) (bits >> (waiting - 5)) & 31));
      }
    }
    return text.toString();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
