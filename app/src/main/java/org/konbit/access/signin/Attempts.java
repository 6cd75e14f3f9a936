package org.konbit.access.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.konbit.vault.InstallationKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords and codes. A known name and an unknown one are slowed alike,
 * so that nothing is learnt; a device that has signed in before is counted apart, and so is whoever
 * holds a recovery code, so that a stranger's guesses keep nobody out.
 */
@Component
class Attempts {
  private static final int FREE = 5;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final int DOUBLINGS = 5;
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

  private static final String FREE_AT = "SELECT free_at FROM failed_sign_in WHERE key = :key";
  private static final String FAILED =
      """
      INSERT INTO failed_sign_in AS it (key, failures, last_at, free_at)
      VALUES (:key, 1, :now, :now)
      ON CONFLICT (key) DO UPDATE
         SET failures = CASE WHEN it.last_at < :forgotten THEN 1 ELSE it.failures + 1 END,
             last_at = :now
      RETURNING failures
      """;
  private static final String WAIT =
      "UPDATE failed_sign_in SET free_at = :free WHERE key = :key AND free_at < :free";
  private static final String FORGIVE = "DELETE FROM failed_sign_in WHERE key = :key";
  private static final String FORGET = "DELETE FROM failed_sign_in WHERE last_at < :forgotten";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final byte[] key;

  Attempts(JdbcClient jdbc, Clock clock, InstallationKey installation) {
    this.jdbc = jdbc;
    this.clock = clock;
    key = installation.derive("access.attempts");
  }

  /** Who tries: a name on strange devices, or one device that the person has used before. */
  byte[] whoever(String nameKey, Optional<String> knownDevice) {
    return Tokens.keyed(key, knownDevice.map("device:"::concat).orElse("name:" + nameKey));
  }

  /**
   * Whoever types one of the person's recovery codes, which nobody guesses: no stranger's tries are
   * counted here, and a finder of the paper cannot try passwords without end.
   */
  byte[] holderOfRecoveryCode(UUID person) {
    return Tokens.keyed(key, "recovery:" + person);
  }

  /** How long they must wait before the next try is looked at. */
  Optional<Duration> mustWait(byte[] whoever) {
    var now = clock.instant();
    return jdbc.sql(FREE_AT)
        .param("key", whoever)
        .query(OffsetDateTime.class)
        .optional()
        .map(free -> Duration.between(now, free.toInstant()))
        .filter(Duration::isPositive);
  }

  void failed(byte[] whoever) {
    var now = clock.instant();
    jdbc.sql(FORGET).param("forgotten", at(now.minus(FORGOTTEN_AFTER))).update();
    int failures =
        jdbc.sql(FAILED)
            .param("key", whoever)
            .param("now", at(now))
            .param("forgotten", at(now.minus(FORGOTTEN_AFTER)))
            .query(Integer.class)
            .single();
    if (failures >= FREE) {
      jdbc.sql(WAIT)
          .param("key", whoever)
          .param("free", at(now.plus(waitAfter(failures))))
          .update();
    }
  }

  void forgive(byte[] whoever) {
    jdbc.sql(FORGIVE).param("key", whoever).update();
  }

  private static Duration waitAfter(int failures) {
    var wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - FREE, DOUBLINGS));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
