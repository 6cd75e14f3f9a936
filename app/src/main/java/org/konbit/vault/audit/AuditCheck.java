package org.konbit.vault.audit;

import com.google.crypto.tink.util.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.konbit.database.Acting;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Walks every chain from its beginning and compares it with its head and with the signed heads. */
@Component
public class AuditCheck {
  /** What is wrong, with the organisation and the entry's number. Never what the entry says. */
  public sealed interface Finding {
    record Changed(UUID organisation, long seq) implements Finding {}

    record Removed(UUID organisation, long fromSeq, long toSeq) implements Finding {}

    /** Entries after the last one, so fewer than there were. */
    record CutOff(UUID organisation, long lastSeq, long knownSeq) implements Finding {}

    record Inserted(UUID organisation, long seq) implements Finding {}

    record HeadChanged(UUID organisation, long seq) implements Finding {}

    /** A line of the file of signed heads. */
    record SignedHeadBroken(int line) implements Finding {}
  }

  /** Everything that was looked at. */
  public record Report(int organisations, long entries, int signedHeads, List<Finding> findings) {}

  private static final String ENTRIES =
      "SELECT " + EntryRows.COLUMNS + " FROM audit_entry ORDER BY seq";
  private static final String HEAD = "SELECT seq, hash FROM audit_head";

  private static final int ROWS_AT_ONCE = 2_000;

  private final HeadSigning signing;
  private final SignedHeads heads;
  private final AuditKeys keys;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate snapshot;

  AuditCheck(
      HeadSigning signing,
      SignedHeads heads,
      AuditKeys keys,
      DataSource dataSource,
      PlatformTransactionManager transactions) {
    this.signing = signing;
    this.heads = heads;
    this.keys = keys;
    this.jdbc = new JdbcTemplate(dataSource);
    jdbc.setFetchSize(ROWS_AT_ONCE); // or the driver would read a whole chain into memory
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
  }

  /** Checks all chains; others may go on appending meanwhile. */
  public Report run() {
    // First: a chain may only have grown since.
    var signed = heads.read();
    var byOrganisation = new HashMap<UUID, Map<Long, String>>();
    for (var line : signed.lines()) {
      byOrganisation
          .computeIfAbsent(line.organisation(), _ -> new HashMap<>())
          .put(line.seq(), line.hash());
    }
    var organisations = new TreeSet<>(signing.organisations());
    organisations.addAll(byOrganisation.keySet());
    var findings = new ArrayList<Finding>();
    signed.broken().forEach(line -> findings.add(new Finding.SignedHeadBroken(line)));
    long entries = 0;
    for (UUID organisation : organisations) {
      var known = byOrganisation.getOrDefault(organisation, Map.of());
      var walk =
          new Acting.SystemActor(organisation, "audit", "verification")
              .call(() -> walk(organisation, known));
      entries += walk.count();
      findings.addAll(walk.findings());
    }
    return new Report(organisations.size(), entries, signed.lines().size(), findings);
  }

  private Walk walk(UUID organisation, Map<Long, String> signed) {
    return Objects.requireNonNull(
        snapshot.execute(_ -> {
          var walk = new Walk(organisation, keys, signed);
          RowCallbackHandler step = row -> walk.step(EntryRows.read(row));
          jdbc.query(ENTRIES, step);
          walk.end(head());
          return walk;
        }));
  }

  private Optional<EntryRows.Head> head() {
    return jdbc
        .query(
            HEAD, (row, _) -> new EntryRows.Head(row.getLong(1), Bytes.copyFrom(row.getBytes(2))))
        .stream()
        .findFirst();
  }
}
