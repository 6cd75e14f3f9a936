package org.konbit.web;

import java.net.Inet6Address;
import java.net.InetAddress;
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
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Counts what each network address does, and knows none: an address is a keyed hash here, whose key
 * is drawn anew each day and never leaves this process's memory. Safe for use by several threads.
 */
public final class AddressCounts {
  private static final Duration DAY = Duration.ofDays(1);
  private static final String HASH = "HmacSHA256";
  // Beyond so many, a stranger with many addresses would fill the memory.
  private static final int MOST_ADDRESSES = 50_000;

  private final Clock clock;
  private final Duration window;
  // Not a monitor: a virtual thread that waits for one gets its turn again behind all new requests.
  private final ReentrantLock lock = new ReentrantLock();
  private final SecureRandom random = new SecureRandom();
  private final Map<Long, Integer> counts = new HashMap<>();
  private final Mac mac;
  private Instant keyUntil = Instant.MIN;
  private Instant windowUntil = Instant.MIN;

  /**
   * Counts of nothing yet.
   *
   * @param window after so long every count begins anew
   */
  public AddressCounts(Clock clock, Duration window) {
    this.clock = clock;
    this.window = window;
    try {
      mac = Mac.getInstance(HASH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA-256.", e);
    }
  }

  /** What the address has done in this window. */
  public int of(String address) {
    lock.lock();
    try {
      begin();
      return counts.getOrDefault(hash(address), 0);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Notes that the address did so much more.
   *
   * @return what it has done in this window; past 50,000 addresses a new one is not counted
   */
  public int add(String address, int more) {
    lock.lock();
    try {
      begin();
      long hash = hash(address);
      if (counts.size() >= MOST_ADDRESSES && !counts.containsKey(hash)) {
        return more;
      }
      return counts.merge(hash, more, Integer::sum);
    } finally {
      lock.unlock();
    }
  }

  /** How long until every count begins anew. */
  public Duration untilForgotten() {
    lock.lock();
    try {
      return Duration.between(begin(), windowUntil);
    } finally {
      lock.unlock();
    }
  }

  private Instant begin() {
    var now = clock.instant();
    if (!now.isBefore(keyUntil)) {
      drawKey();
      keyUntil = now.plus(DAY);
      windowUntil = Instant.MIN;
    }
    if (!now.isBefore(windowUntil)) {
      windowUntil = now.plus(window);
      counts.clear();
    }
    return now;
  }

  private void drawKey() {
    var key = new byte[32];
    random.nextBytes(key);
    try {
      mac.init(new SecretKeySpec(key, HASH));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC takes every key.", e);
    }
  }

  private long hash(String address) {
    return ByteBuffer.wrap(mac.doFinal(neighbour(address))).getLong();
  }

  // Whoever has an IPv6 network has all its addresses: the network counts as one.
  private static byte[] neighbour(String address) {
    try {
      var found = InetAddress.ofLiteral(address);
      var bytes = found.getAddress();
      return found instanceof Inet6Address ? Arrays.copyOf(bytes, bytes.length / 2) : bytes;
    } catch (IllegalArgumentException notAnAddress) { // a proxy wrote something else
      return address.getBytes(StandardCharsets.UTF_8);
    }
  }
}
