package org.konbit.e2e;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An app on somebody's phone that was told a secret and shows six digits (RFC 6238). */
final class Authenticator {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int STEP_SECONDS = 30;

  private final byte[] secret;
  private long last = Long.MIN_VALUE;

  /**
   * @param letters as the page spells the secret
   */
  Authenticator(String letters) {
    var bytes = new ByteArrayOutputStream();
    int waiting = 0;
    int bits = 0;
    for (char letter : letters.replaceAll("\\s", "").toCharArray()) {
      bits = bits << 5 | LETTERS.indexOf(letter);
      waiting += 5;
      if (waiting >= 8) {
        waiting -= 8;
        bytes.write(bits >> waiting);
        bits &= (1 << waiting) - 1;
      }
    }
    secret = bytes.toByteArray();
  }

  /** Six digits that were not shown before: where time has not moved on, those that come next. */
  String code() {
    last = Math.max(Instant.now().getEpochSecond() / STEP_SECONDS, last + 1);
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(last).array());
      int at = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash, at, Integer.BYTES).getInt() & Integer.MAX_VALUE;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
