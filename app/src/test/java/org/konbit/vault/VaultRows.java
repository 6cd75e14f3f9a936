package org.konbit.vault;

import java.util.List;
import java.util.UUID;
import org.konbit.database.Acting;
import org.konbit.testing.WalledRows;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

@Component
class VaultRows implements WalledRows {
  private final SealedFields fields;
  private final Audit audit;
  private final TransactionOperations transactions;

  VaultRows(SealedFields fields, Audit audit, TransactionOperations transactions) {
    this.fields = fields;
    this.audit = audit;
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
            }));
  }
}
