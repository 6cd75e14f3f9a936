package org.konbit.referrals.exchange;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The places that services of the acting organisation have, inside the caller's transaction. */
@Component
class Places {
  // One statement: however many take at once, none goes below nothing.
  private static final String TAKE =
      """
      UPDATE capacity
         SET available = available - 1, updated_at = :now
       WHERE service_id = :service
         AND organisation_id = konbit_organisation()
         AND available > 0
      """;
  private static final String IS_COUNTED =
      """
      SELECT EXISTS (SELECT FROM capacity
                      WHERE service_id = :service
                        AND organisation_id = konbit_organisation())
      """;
  private static final String HOLD =
      """
      INSERT INTO capacity_place (organisation_id, referral_id, service_id)
      VALUES (konbit_organisation(), :referral, :service)
      """;
  private static final String LET_GO =
      """
      DELETE FROM capacity_place
       WHERE referral_id = :referral
      RETURNING service_id
      """;
  private static final String GIVE_BACK =
      """
      UPDATE capacity
         SET available = available + 1, updated_at = :now
       WHERE service_id = :service
         AND organisation_id = konbit_organisation()
         AND available < 1000000
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Places(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Takes one place of a service that counts its places; one that does not has always another.
   *
   * @throws Refused if none is left
   */
  void take(UUID service, UUID referral) {
    if (at(TAKE, service).update() == 1) {
      jdbc.sql(HOLD).param("referral", referral).param("service", service).update();
    } else if (jdbc.sql(IS_COUNTED).param("service", service).query(Boolean.class).single()) {
      throw new Refused(Refused.Why.NO_PLACE);
    }
  }

  /**
   * Lets go of the place that a referral held, if it held one.
   *
   * @param isUsed whether somebody was served, so that it is not free again
   */
  void letGo(UUID referral, boolean isUsed) {
    jdbc.sql(LET_GO)
        .param("referral", referral)
        .query(UUID.class)
        .optional()
        .filter(_ -> !isUsed)
        .ifPresent(service -> at(GIVE_BACK, service).update());
  }

  private JdbcClient.StatementSpec at(String sql, UUID service) {
    return jdbc.sql(sql).param("service", service).param("now", clock.instant().atOffset(UTC));
  }
}
