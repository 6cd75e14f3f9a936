package org.konbit.screening.saved;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever tries codes. It counts wrong codes only, so that a clinic with one address for
 * a thousand phones is not shut out; it knows an address only by a keyed hash whose key is drawn
 * anew each day and never leaves this process's memory.
 */
@Component
class Guesses {
  /** As many wrong codes an hour as one address may send. */
  static final int AN_ADDRESS = 60;

  /** As many as all may send together before each further try has to wait its turn. */
  static final int ALL = 600;

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration TURN = Duration.ofSeconds(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_ADDRESSES = 50_000;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<Long, Integer> wrong = new HashMap<>();
  private byte[] key = new byte[32];
  private Instant keyUntil = Instant.MIN;
  private Instant hourUntil = Instant.MIN;
  private Instant nextTurn = Instant.MIN;
  private int all;

  Guesses(Clock clock) {
    this.clock = clock;
  }

  /** Whether a code from this address is looked at now. */
  synchronized boolean mayTry(String address) {
    var now = begin();
    if (wrong.getOrDefault(hash(address), 0) >= AN_ADDRESS) {
      return false;
    }
    if (all < ALL) {
      return true;
    }
    boolean isMyTurn = !now.isBefore(nextTurn);
    nextTurn = isMyTurn ? now.plus(TURN) : nextTurn;
    return isMyTurn;
  }

  /** Notes that a code from this address was wrong. */
  synchronized void wrong(String address) {
    begin();
    all++;
    // Past so many addresses the common brake alone holds.
    if (wrong.size() < MOST_ADDRESSES) {
      wrong.merge(hash(address), 1, Integer::sum);
    }
  }

  private Instant begin() {
    var now = clock.instant();
    if (!now.isBefore(keyUntil)) {
      Arrays.fill(key, (byte) 0);
      key = new byte[32];
      random.nextBytes(key);
      keyUntil = now.plus(DAY);
      wrong.clear();
    }
    if (!now.isBefore(hourUntil)) {
      hourUntil = now.plus(HOUR);
      wrong.clear();
      all = 0;
    }
    return now;
  }

  private long hash(String address) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return ByteBuffer.wrap(mac.doFinal(address.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA-256.", e);
    }
  }
}
