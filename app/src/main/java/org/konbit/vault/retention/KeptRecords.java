package org.konbit.vault.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.konbit.vault.Retention;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class KeptRecords implements Retention {
  private static final String REPORTS =
      """
      SELECT ran_on, kind, started_until, destroyed, held
        FROM retention_report
       ORDER BY ran_on DESC, kind
       LIMIT :atMost
      """;

  private final Kinds kinds;
  private final Clocks clocks;
  private final Holds holds;
  private final Audit audit;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  KeptRecords(
      Kinds kinds,
      Clocks clocks,
      Holds holds,
      Audit audit,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.kinds = kinds;
    this.clocks = clocks;
    this.holds = holds;
    this.audit = audit;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public List<Clock> clocks() {
    var own = within(clocks::own);
    return kinds.all().stream()
        .map(kind -> own.getOrDefault(kind.name(), Clocks.standard(kind)))
        .toList();
  }

  @Override
  public void setClock(String kind, int months, LocalDate from, String source) {
    var known = kinds.named(kind);
    within(() -> {
      clocks.set(known, months, from, source);
      audit.note(AuditAction.UPDATE, "retention_clock", List.of());
      return true;
    });
  }

  @Override
  public UUID holdEverything(String reason) {
    return place(null, null, reason);
  }

  @Override
  public UUID hold(String kind, String reason) {
    return place(kinds.named(kind).name(), null, reason);
  }

  @Override
  public UUID hold(String kind, UUID record, String reason) {
    return place(kinds.named(kind).name(), record, reason);
  }

  private UUID place(@Nullable String kind, @Nullable UUID record, String reason) {
    return within(() -> {
      var id = holds.place(kind, record, reason);
      audit.note(AuditAction.CREATE, "legal_hold", List.of(id));
      return id;
    });
  }

  @Override
  public boolean lift(UUID hold) {
    return within(() -> {
      boolean isLifted = holds.lift(hold);
      if (isLifted) {
        audit.note(AuditAction.UPDATE, "legal_hold", List.of(hold));
      }
      return isLifted;
    });
  }

  @Override
  public boolean isHeld(String kind, UUID record) {
    var known = kinds.named(kind);
    return within(() -> holds.isHeld(known.name(), record));
  }

  @Override
  public List<Hold> holds() {
    return within(() -> {
      var all = holds.all();
      audit.note(AuditAction.READ, "legal_hold", all.stream().map(Hold::id).toList());
      return all;
    });
  }

  @Override
  public List<Report> reports(int atMost) {
    return within(() -> jdbc.sql(REPORTS).param("atMost", atMost).query(Report.class).list());
  }

  private <T> T within(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(_ -> work.get()));
  }
}
