package org.konbit.referrals.exchange;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which commands were carried out: the same one sent twice is done once. */
@Component
class Commands {
  private static final String CLAIM =
      """
      INSERT INTO referral_command (organisation_id, id, digest, made_on)
      VALUES (konbit_organisation(), :key, :digest, :today)
      ON CONFLICT (organisation_id, id) DO NOTHING
      """;
  private static final String KNOWN =
      """
      SELECT digest
        FROM referral_command
       WHERE id = :key
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Commands(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Notes a command in the open transaction. A second one under the same key waits for the first.
   *
   * @return whether it comes for the first time
   * @throws Refused if another came under the key
   */
  boolean isFirst(UUID key, String body) {
    byte[] digest = DigestUtils.sha256(body);
    int claimed =
        jdbc.sql(CLAIM)
            .param("key", key)
            .param("digest", digest)
            .param("today", LocalDate.now(clock))
            .update();
    if (claimed == 0
        && !MessageDigest.isEqual(
            digest, jdbc.sql(KNOWN).param("key", key).query(byte[].class).single())) {
      throw new Refused(Refused.Why.KEY_REUSED);
    }
    return claimed == 1;
  }
}
