package org.konbit.screening.form;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.konbit.vault.InstallationKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keys that all nodes share through the database, so that a form sealed by one opens on another and
 * after a restart. Each is wrapped by the installation's key and deleted once it is over: from then
 * on nobody can open what it sealed.
 */
@Component
class StoredKeys implements SealingKeys {
  // Two nodes may make the day's key at once: the first one's holds.
  private static final String MAKE =
      """
      INSERT INTO form_key (day, wrapped)
      VALUES (:day, :wrapped)
      ON CONFLICT (day) DO NOTHING
      """;

  private static final String FIND =
      """
      SELECT wrapped
        FROM form_key
       WHERE day = :day
      """;

  private static final String FORGET =
      """
      DELETE FROM form_key
       WHERE day < :day
      """;

  private final JdbcClient jdbc;
  private final InstallationKey installation;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<Integer, SealingKey> known = new ConcurrentHashMap<>();

  StoredKeys(JdbcClient jdbc, InstallationKey installation, Clock clock) {
    this.jdbc = jdbc;
    this.installation = installation;
    this.clock = clock;
  }

  @Override
  public SealingKey current() {
    int today = today();
    var key = known.get(today);
    return key == null ? begin(today) : key;
  }

  private SealingKey begin(int today) {
    known.keySet().removeIf(this::isOver);
    jdbc.sql(FORGET).param("day", today - 1).update();
    var secret = new byte[SealingKey.BYTES];
    random.nextBytes(secret);
    jdbc.sql(MAKE)
        .param("day", today)
        .param("wrapped", installation.wrap(secret, context(today)))
        .update();
    return find(today)
        .orElseThrow(() -> new IllegalStateException("The key just made is not there."));
  }

  @Override
  public Optional<SealingKey> of(int day) {
    // Another node's clock may be in tomorrow already. No other day can have a key, so that made-up
    // forms do not ask the database for one.
    boolean mayBe = !isOver(day) && day <= today() + 1;
    return Optional.ofNullable(known.get(day)).or(() -> mayBe ? find(day) : Optional.empty());
  }

  private Optional<SealingKey> find(int day) {
    return jdbc.sql(FIND)
        .param("day", day)
        .query(byte[].class)
        .optional()
        .map(wrapped -> SealingKey.of(day, installation.unwrap(wrapped, context(day))))
        .map(key -> {
          known.put(day, key);
          return key;
        });
  }

  private static String context(int day) {
    return "screening form key of day " + day;
  }

  @Override
  public boolean isOver(int day) {
    return day < today() - 1;
  }

  private int today() {
    return (int) LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
  }
}
