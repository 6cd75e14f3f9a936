package org.konbit.access.signin;

import java.text.Normalizer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.konbit.language.Written;
import org.konbit.vault.InstallationKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;

/** What each person signs in with, passkeys apart. */
@Component
class Accounts {
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_BYTES = 10; // 80 bits, as four groups of four letters
  private static final String NOBODYS = "access.one-time-code/nobody";

  private static final String ADD =
      """
      INSERT INTO sign_in (person_id, name, name_key, made_at)
      VALUES (:person, :name, :key, :now)
      ON CONFLICT (name_key) DO NOTHING
      """;
  private static final String NAME = "SELECT name FROM sign_in WHERE person_id = :person";
  private static final String NAMED = "SELECT person_id FROM sign_in WHERE name_key = :key";
  private static final String PASSWORD = "SELECT hash FROM password WHERE person_id = :person";
  private static final String SET_PASSWORD =
      """
      INSERT INTO password (person_id, hash, made_at)
      VALUES (:person, :hash, :now)
      ON CONFLICT (person_id) DO UPDATE SET hash = :hash, made_at = :now
      """;
  private static final String CODE =
      "SELECT wrapped_secret, last_step FROM one_time_code WHERE person_id = :person";
  private static final String SET_CODE =
      """
      INSERT INTO one_time_code (person_id, wrapped_secret, last_step, made_at)
      VALUES (:person, :secret, :step, :now)
      ON CONFLICT (person_id) DO UPDATE
         SET wrapped_secret = :secret, last_step = :step, made_at = :now
      """;
  // Only ever forward, so of two that send the same code one alone is let in.
  private static final String TAKE_STEP =
      """
      UPDATE one_time_code
         SET last_step = :step
       WHERE person_id = :person
         AND last_step < :step
      """;
  private static final String ADD_RECOVERY =
      "INSERT INTO recovery_code (person_id, hash) VALUES (:person, :hash)";
  private static final String DROP_RECOVERY = "DELETE FROM recovery_code WHERE person_id = :person";
  private static final String HAS_RECOVERY =
      """
      SELECT EXISTS (SELECT FROM recovery_code
                      WHERE person_id = :person AND hash = :hash)
      """;
  private static final String TAKE_RECOVERY =
      "DELETE FROM recovery_code WHERE person_id = :person AND hash = :hash";
  private static final String COUNT_RECOVERY =
      "SELECT count(*) FROM recovery_code WHERE person_id = :person";

  private record Authenticator(Bytes wrappedSecret, long lastStep) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final InstallationKey installation;
  private final byte[] recoveryKey;
  private final Authenticator nobodys;

  Accounts(JdbcClient jdbc, Clock clock, InstallationKey installation) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.installation = installation;
    recoveryKey = installation.derive("access.recovery");
    nobodys =
        new Authenticator(
            new Bytes(installation.wrap(Tokens.random(OneTimeCodes.SECRET_BYTES), NOBODYS)),
            Long.MAX_VALUE);
  }

  /** How two spellings of a sign-in name are found to be one. */
  static String key(String name) {
    return Normalizer.normalize(Written.line(name), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /**
   * Adds a person under a sign-in name.
   *
   * @return false if somebody has the name
   */
  boolean add(UUID person, String name) {
    return jdbc.sql(ADD)
            .param("person", person)
            .param("name", Written.line(name))
            .param("key", key(name))
            .param("now", now())
            .update()
        == 1;
  }

  boolean isTaken(String name) {
    return named(name).isPresent();
  }

  Optional<UUID> named(String name) {
    return jdbc.sql(NAMED).param("key", key(name)).query(UUID.class).optional();
  }

  String nameOf(UUID person) {
    return jdbc.sql(NAME).param("person", person).query(String.class).single();
  }

  Optional<String> passwordHash(UUID person) {
    return jdbc.sql(PASSWORD).param("person", person).query(String.class).optional();
  }

  void setPassword(UUID person, String hash) {
    jdbc.sql(SET_PASSWORD).param("person", person).param("hash", hash).param("now", now()).update();
  }

  /** Keeps the secret of a person's authenticator, whose first code was just taken. */
  void setCode(UUID person, byte[] secret, long step) {
    jdbc.sql(SET_CODE)
        .param("person", person)
        .param("secret", installation.wrap(secret, context(person)))
        .param("step", step)
        .param("now", now())
        .update();
  }

  /**
   * The step of a code that is the person's and was not taken yet. Where there is no authenticator,
   * the work is the same.
   */
  OptionalLong step(UUID person, String code) {
    var found =
        jdbc.sql(CODE)
            .param("person", person)
            .query((row, _) -> new Authenticator(new Bytes(row.getBytes(1)), row.getLong(2)))
            .optional();
    var it = found.orElse(nobodys);
    byte[] secret =
        installation.unwrap(
            it.wrappedSecret().getBytes(), found.isPresent() ? context(person) : NOBODYS);
    var step = OneTimeCodes.step(secret, code, clock.instant());
    return step.isPresent() && step.getAsLong() > it.lastStep() ? step : OptionalLong.empty();
  }

  /** Takes the step; false if a code of it was taken in the meantime. */
  boolean take(UUID person, long step) {
    return jdbc.sql(TAKE_STEP).param("person", person).param("step", step).update() == 1;
  }

  /** New recovery codes in place of all earlier ones; they are shown once and kept as hashes. */
  List<String> renewRecoveryCodes(UUID person) {
    jdbc.sql(DROP_RECOVERY).param("person", person).update();
    var codes =
        Stream.generate(() -> spell(Tokens.random(RECOVERY_BYTES))).limit(RECOVERY_CODES).toList();
    codes.forEach(code ->
        jdbc.sql(ADD_RECOVERY)
            .param("person", person)
            .param("hash", recoveryHash(person, code))
            .update());
    return codes;
  }

  /** Whether it is one of the person's recovery codes, which it stays. */
  boolean hasRecoveryCode(UUID person, String code) {
    return jdbc.sql(HAS_RECOVERY)
        .param("person", person)
        .param("hash", recoveryHash(person, code))
        .query(Boolean.class)
        .single();
  }

  /** Whether it is one of the person's recovery codes; it is used up by this. */
  boolean takeRecoveryCode(UUID person, String code) {
    return jdbc.sql(TAKE_RECOVERY)
            .param("person", person)
            .param("hash", recoveryHash(person, code))
            .update()
        == 1;
  }

  int recoveryCodesLeft(UUID person) {
    return jdbc.sql(COUNT_RECOVERY).param("person", person).query(Integer.class).single();
  }

  private byte[] recoveryHash(UUID person, String code) {
    String plain = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "");
    return Tokens.keyed(recoveryKey, person + ":" + plain);
  }

  private static String spell(byte[] random) {
    String letters = OneTimeCodes.base32(random);
    return String.join(
        "-",
        IntStream.range(0, letters.length() / 4)
            .mapToObj(i -> letters.substring(4 * i, 4 * i + 4))
            .toList());
  }

  private static String context(UUID person) {
    return "access.one-time-code/" + person;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
