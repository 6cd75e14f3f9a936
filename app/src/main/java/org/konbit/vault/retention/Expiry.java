package org.konbit.vault.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.konbit.database.Acting;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.konbit.vault.RecordKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Destroys what is due, some hundred records a transaction, each with its audit entry and its count
 * in the report. Killed at any moment, what it did is reported and what it did not do is still due.
 */
@Component
class Expiry {
  private static final int AT_ONCE = 500;

  private static final String ORGANISATIONS =
      """
      SELECT organisation_id FROM key_register
       UNION
      SELECT organisation_id FROM audit_register
       ORDER BY organisation_id
      """;

  private static final String IS_HELD = Holds.IS_HELD.formatted("r.id");

  // Table and column are a module's own names, checked by RecordKind to be plain ones.
  // A list of its own: within IN the planner may work it out once a row, each time with others.
  private static final String DESTROY =
      """
      WITH due AS MATERIALIZED (
        SELECT r.id
          FROM %1$s r
         WHERE r.%2$s <= :until
           AND NOT %3$s
         ORDER BY r.id
         LIMIT :atOnce
           FOR UPDATE SKIP LOCKED)
      DELETE FROM %1$s
       WHERE id IN (SELECT id FROM due)
      RETURNING id
      """;

  private static final String HELD =
      """
      SELECT count(*)
        FROM %1$s r
       WHERE r.%2$s <= :until
         AND %3$s
      """;

  private static final String REPORT =
      """
      INSERT INTO retention_report AS report
             (organisation_id, ran_on, kind, started_until, destroyed, held)
      VALUES (konbit_organisation(), :today, :kind, :until, :destroyed, :held)
          ON CONFLICT (organisation_id, ran_on, kind)
          DO UPDATE SET destroyed = report.destroyed + excluded.destroyed,
                        started_until = excluded.started_until,
                        held = excluded.held
      """;

  private final Kinds kinds;
  private final Clocks clocks;
  private final Audit audit;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Expiry(
      Kinds kinds,
      Clocks clocks,
      Audit audit,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.kinds = kinds;
    this.clocks = clocks;
    this.audit = audit;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Goes through all organisations and kinds, and returns how many records were destroyed. */
  long run() {
    long destroyed = 0;
    for (UUID organisation : jdbc.sql(ORGANISATIONS).query(UUID.class).list()) {
      destroyed +=
          new Acting.SystemActor(organisation, "retention", "expiry").call(this::runForOne);
    }
    return destroyed;
  }

  private long runForOne() {
    var own = Objects.requireNonNull(transaction.execute(_ -> clocks.own()));
    long destroyed = 0;
    for (var kind : kinds.all()) {
      int months = own.getOrDefault(kind.name(), Clocks.standard(kind)).months();
      destroyed += expire(kind, clocks.today().minusMonths(months));
    }
    return destroyed;
  }

  private long expire(RecordKind kind, LocalDate until) {
    long destroyed = 0;
    int some;
    do {
      some = Objects.requireNonNull(transaction.execute(_ -> destroySome(kind, until)));
      destroyed += some;
    } while (some == AT_ONCE);
    return destroyed;
  }

  private int destroySome(RecordKind kind, LocalDate until) {
    var ids = statement(DESTROY, kind, until).param("atOnce", AT_ONCE).query(UUID.class).list();
    if (!ids.isEmpty()) {
      audit.note(AuditAction.DELETE, kind.name(), ids);
    }
    report(kind, until, ids);
    return ids.size();
  }

  private void report(RecordKind kind, LocalDate until, List<UUID> destroyed) {
    long held = statement(HELD, kind, until).query(Long.class).single();
    if (!destroyed.isEmpty() || held > 0) {
      jdbc.sql(REPORT)
          .param("today", clocks.today())
          .param("kind", kind.name())
          .param("until", until)
          .param("destroyed", destroyed.size())
          .param("held", held)
          .update();
    }
  }

  private JdbcClient.StatementSpec statement(String sql, RecordKind kind, LocalDate until) {
    return jdbc.sql(sql.formatted(kind.table(), kind.startedOn(), IS_HELD))
        .param("kind", kind.name())
        .param("until", until);
  }
}
