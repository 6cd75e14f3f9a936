package org.konbit.vault.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.konbit.database.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Signs where each chain ends. */
@Component
class HeadSigning {
  private static final String ORGANISATIONS =
      """
      SELECT organisation_id
        FROM audit_register
       ORDER BY organisation_id
      """;

  // A write, so that the end of this transaction waits until the disk holds all that came before:
  // a head outside the database must never be ahead of it.
  private static final String SIGN =
      """
      UPDATE audit_head
         SET signed_seq = seq
       WHERE signed_seq IS DISTINCT FROM seq
          OR :all
      RETURNING seq, encode(hash, 'hex')
      """;

  private final JdbcClient jdbc;
  private final SignedHeads heads;
  private final AuditKeys keys;
  private final Clock clock;
  private final TransactionTemplate transaction;

  HeadSigning(
      JdbcClient jdbc,
      SignedHeads heads,
      AuditKeys keys,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.heads = heads;
    this.keys = keys;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  List<UUID> organisations() {
    return jdbc.sql(ORGANISATIONS).query(UUID.class).list();
  }

  /**
   * Signs the chains that grew since they were last signed, and returns how many did.
   *
   * @param all those too that did not, in case an earlier signing was cut short before the file
   */
  int sign(boolean all) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var lines = new ArrayList<SignedHeads.Line>();
    for (UUID organisation : organisations()) {
      new Acting.SystemActor(organisation, "audit", "signing")
          .call(() -> sign(organisation, now, all))
          .ifPresent(lines::add);
    }
    if (!lines.isEmpty()) {
      heads.add(lines);
    }
    return lines.size();
  }

  private Optional<SignedHeads.Line> sign(UUID organisation, Instant now, boolean all) {
    return Objects.requireNonNull(
        transaction.execute(_ ->
            jdbc.sql(SIGN)
                .param("all", all)
                .query((row, _) ->
                    new SignedHeads.Line(
                        now, organisation, row.getLong(1), row.getString(2), keys.version()))
                .optional()));
  }
}
