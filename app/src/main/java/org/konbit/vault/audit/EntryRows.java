package org.konbit.vault.audit;

import static java.time.ZoneOffset.UTC;

import com.google.crypto.tink.util.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.konbit.vault.AuditAction;
import org.konbit.vault.AuditEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The chain's rows, inside the caller's walls. */
@Component
class EntryRows {
  /** Where a chain ends. */
  record Head(long seq, Bytes hash) {
    static final Head NONE = new Head(0, Bytes.copyFrom(new byte[0]));
  }

  /** A row, with what was computed over it. */
  record Row(AuditEntry entry, int keyVersion, Bytes hash) {}

  static final String COLUMNS =
      "seq, at, person, roles, purpose, request, action, kind, ids, key_version, hash";

  private static final String LOCK_HEAD =
      """
      SELECT seq, hash
        FROM audit_head
         FOR UPDATE
      """;

  private static final String REGISTER =
      """
      INSERT INTO audit_register (organisation_id)
      VALUES (:organisation)
          ON CONFLICT DO NOTHING
      """;

  private static final String FIRST_HEAD =
      """
      INSERT INTO audit_head (organisation_id, seq, hash)
      VALUES (:organisation, 0, '')
          ON CONFLICT DO NOTHING
      """;

  // Both in one trip: the head is locked, and every microsecond is everybody's.
  private static final String APPEND =
      """
        WITH moved AS (UPDATE audit_head SET seq = :seq, hash = :hash)
      INSERT INTO audit_entry (organisation_id, seq, at, person, roles, purpose, request, action,
                               kind, ids, key_version, hash)
      VALUES (:organisation, :seq, :at, :person, :roles, :purpose, :request, :action,
              :kind, :ids, :keyVersion, :hash)
      """;

  private static final String LATEST =
      """
      SELECT seq, at, person, roles, purpose, request, action, kind, ids, key_version, hash
        FROM audit_entry
       WHERE seq < :before
       ORDER BY seq DESC
       LIMIT :atMost
      """;

  private static final String ABOUT =
      """
      SELECT seq, at, person, roles, purpose, request, action, kind, ids, key_version, hash
        FROM audit_entry
       WHERE seq < :before
         AND :record = ANY (ids)
       ORDER BY seq DESC
       LIMIT :atMost
      """;

  private final JdbcClient jdbc;

  EntryRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Head lockHead(UUID organisation) {
    return lockedHead()
        .orElseGet(() -> {
          jdbc.sql(REGISTER).param("organisation", organisation).update();
          jdbc.sql(FIRST_HEAD).param("organisation", organisation).update();
          return lockedHead().orElseThrow();
        });
  }

  private Optional<Head> lockedHead() {
    return jdbc.sql(LOCK_HEAD)
        .query((row, _) -> new Head(row.getLong(1), Bytes.copyFrom(row.getBytes(2))))
        .optional();
  }

  void append(UUID organisation, AuditEntry entry, int keyVersion, byte[] hash) {
    jdbc.sql(APPEND)
        .param("organisation", organisation)
        .param("seq", entry.seq())
        .param("at", entry.at().atOffset(UTC))
        .param("person", entry.person().orElse(null))
        .param("roles", Roles.joined(entry.roles()))
        .param("purpose", entry.purpose())
        .param("request", entry.request())
        .param("action", entry.action().name())
        .param("kind", entry.kind())
        .param("ids", entry.ids().toArray(UUID[]::new))
        .param("keyVersion", keyVersion)
        .param("hash", hash)
        .update();
  }

  List<AuditEntry> latest(long before, int atMost) {
    return jdbc.sql(LATEST)
        .param("before", before)
        .param("atMost", atMost)
        .query((row, _) -> read(row).entry())
        .list();
  }

  List<AuditEntry> about(UUID record, long before, int atMost) {
    return jdbc.sql(ABOUT)
        .param("record", record)
        .param("before", before)
        .param("atMost", atMost)
        .query((row, _) -> read(row).entry())
        .list();
  }

  static Row read(ResultSet row) throws SQLException {
    var entry =
        new AuditEntry(
            row.getLong("seq"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            Optional.ofNullable(row.getObject("person", UUID.class)),
            Roles.split(row.getString("roles")),
            row.getString("purpose"),
            row.getObject("request", UUID.class),
            AuditAction.valueOf(row.getString("action")),
            row.getString("kind"),
            List.of((UUID[]) row.getArray("ids").getArray()));
    return new Row(entry, row.getInt("key_version"), Bytes.copyFrom(row.getBytes("hash")));
  }
}
