package org.konbit.access.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;

/** Steps that wait for an answer, each for a few minutes and for one answer. */
@Component
class Ceremonies {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** What an answer is an answer to. */
  enum Kind {
    ADD_PASSKEY,
    SIGN_IN_BY_PASSKEY
  }

  /**
   * A step taken up again.
   *
   * @param person whose it is; of a sign-in nobody's yet
   * @param challenge what the browser had to answer
   */
  record Ceremony(Optional<UUID> person, Bytes challenge) {}

  private static final String OPEN =
      """
      INSERT INTO ceremony (token_hash, kind, person_id, challenge, expires_at)
      VALUES (:hash, :kind, :person, :challenge, :expires)
      """;
  private static final String TAKE =
      """
      DELETE FROM ceremony
       WHERE token_hash = :hash
         AND kind = :kind
         AND expires_at > :now
      RETURNING person_id, challenge
      """;
  private static final String SWEEP = "DELETE FROM ceremony WHERE expires_at < :now";

  private final JdbcClient jdbc;
  private final Clock clock;

  Ceremonies(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Begins a step and returns the token that takes it up again. */
  String open(Kind kind, Optional<UUID> person, Bytes challenge) {
    jdbc.sql(SWEEP).param("now", now()).update();
    var token = Tokens.fresh();
    jdbc.sql(OPEN)
        .param("hash", Tokens.hash(token))
        .param("kind", kind.name())
        .param("person", person.orElse(null))
        .param("challenge", challenge.getBytes())
        .param("expires", now().plus(PATIENCE))
        .update();
    return token;
  }

  /** The step of a token, which is then over: a second answer finds nothing. */
  Optional<Ceremony> take(Kind kind, String token) {
    return jdbc.sql(TAKE)
        .param("hash", Tokens.hash(token))
        .param("kind", kind.name())
        .param("now", now())
        .query((row, _) -> ceremony(row))
        .optional();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Ceremony ceremony(ResultSet row) throws SQLException {
    return new Ceremony(
        Optional.ofNullable(row.getObject("person_id", UUID.class)),
        new Bytes(row.getBytes("challenge")));
  }
}
