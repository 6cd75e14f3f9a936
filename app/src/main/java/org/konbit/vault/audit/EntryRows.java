package org.konbit.vault.audit;

import static java.time.ZoneOffset.UTC;

import com.google.crypto.tink.util.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
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

  // All in one trip: the head is locked, and every microsecond is everybody's. Nothing is appended
  // where the chain has gone on meanwhile.
  private static final String APPEND =
      """
        WITH moved AS (
               UPDATE audit_head
                  SET seq = :newSeq, hash = :newHash
                WHERE seq = :seq
                  AND hash = :hash
            RETURNING organisation_id)
      INSERT INTO audit_entry (organisation_id, seq, at, person, roles, purpose, request, action,
                               kind, ids, key_version, hash)
      SELECT m.organisation_id, e.seq, :at, :person, :roles, :purpose, :request, e.action,
             e.kind, e.ids::uuid[], :keyVersion, decode(e.hash, 'hex')
        FROM moved m,
             unnest(:seqs::bigint[], :actions::text[], :kinds::text[], :ids::text[],
                    :hashes::text[]) AS e (seq, action, kind, ids, hash)
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

  /**
   * Appends entries of one transaction and moves the head on.
   *
   * @param before the head they build on
   * @return whether that was the head still; if not, nothing is done
   */
  boolean append(Head before, List<Row> rows) {
    var last = rows.getLast();
    var entry = last.entry();
    int appended =
        jdbc.sql(APPEND)
            .param("seq", before.seq())
            .param("hash", before.hash().toByteArray())
            .param("newSeq", entry.seq())
            .param("newHash", last.hash().toByteArray())
            .param("at", entry.at().atOffset(UTC))
            .param("person", entry.person().orElse(null))
            .param("roles", Roles.joined(entry.roles()))
            .param("purpose", entry.purpose())
            .param("request", entry.request())
            .param("keyVersion", last.keyVersion())
            .param("seqs", each(rows, row -> row.entry().seq(), Long[]::new))
            .param("actions", each(rows, row -> row.entry().action().name(), String[]::new))
            .param("kinds", each(rows, row -> row.entry().kind(), String[]::new))
            .param("ids", each(rows, row -> array(row.entry().ids()), String[]::new))
            .param(
                "hashes",
                each(
                    rows, row -> HexFormat.of().formatHex(row.hash().toByteArray()), String[]::new))
            .update();
    if (appended != 0 && appended != rows.size()) {
      throw new IllegalStateException(
          "Of %d entries %d were appended.".formatted(rows.size(), appended));
    }
    return appended != 0;
  }

  private static <T> T[] each(List<Row> rows, Function<Row, T> of, IntFunction<T[]> array) {
    return rows.stream().map(of).toArray(array);
  }

  // As the database writes an array of ids: a list of lists of unlike lengths is none to it.
  private static String array(List<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
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
