package org.konbit.vault;

import java.util.List;
import java.util.UUID;
import org.konbit.database.Acting;
import org.konbit.testing.WalledRows;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

@Component
@Profile("!operation")
class VaultRows implements WalledRows {
  private final SealedFields fields;
  private final Audit audit;
  private final Retention retention;
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;

  VaultRows(
      SealedFields fields,
      Audit audit,
      Retention retention,
      JdbcClient jdbc,
      TransactionOperations transactions) {
    this.fields = fields;
    this.audit = audit;
    this.retention = retention;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Override
  public void plant(UUID organisation) {
    var row = UUID.randomUUID();
    new Acting.SystemActor(organisation, "test", "test")
        .run(() ->
            transactions.executeWithoutResult(_ -> {
              fields.seal(new SealedColumn("sample", "word"), row, "text");
              audit.note(AuditAction.CREATE, "sample", List.of(row));
              retention.lift(retention.holdEverything("a test looks for it"));
              rows(organisation);
            }));
  }

  // What only a kind of record makes, of which no module has one yet.
  private void rows(UUID organisation) {
    jdbc.sql(
            """
            INSERT INTO retention_clock (organisation_id, kind, from_day, months, source, set_at)
            VALUES (:organisation, 'sample', '2026-01-01', 12, 'a test', now())
            ON CONFLICT DO NOTHING
            """)
        .param("organisation", organisation)
        .update();
    jdbc.sql(
            """
            INSERT INTO retention_report
                   (organisation_id, ran_on, kind, started_until, destroyed, held)
            VALUES (:organisation, '2026-01-01', 'sample', '2025-01-01', 0, 0)
            ON CONFLICT DO NOTHING
            """)
        .param("organisation", organisation)
        .update();
  }
}
