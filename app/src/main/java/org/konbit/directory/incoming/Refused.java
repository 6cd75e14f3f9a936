package org.konbit.directory.incoming;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.konbit.directory.entry.Document;
import org.konbit.vault.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was brought in, and what of it waits to be mended: the acting organisation's own. */
@Component
public class Refused {
  private static final int MONTHS = 6;

  /**
   * One file that was brought in.
   *
   * @param others objects of entries that other organisations keep, which were left alone
   */
  public record Import(
      UUID id,
      String fileName,
      Instant importedAt,
      int added,
      int changed,
      int unchanged,
      int refused,
      int others,
      int namesLeftOut) {}

  /** Something that waits to be mended. */
  public record Waiting(UUID id, Refusal refusal) {}

  private static final String KEEP_IMPORT =
      """
      INSERT INTO directory_import
             (organisation_id, id, file_name, imported_at, imported_on, added, changed, unchanged,
              refused, others, names_left_out)
      VALUES (konbit_organisation(), :id, :name, :at, :today, :added, :changed, :unchanged,
              :refused, :others, :names)
      """;
  private static final String KEEP =
      """
      INSERT INTO directory_refused
             (organisation_id, id, import_id, kind, place, object_id, parent_id, entry_id, problems,
              document, is_taken)
      VALUES (konbit_organisation(), :id, :import, :kind, :place, :object, :parent, :entry,
              cast(:problems AS jsonb), cast(:document AS jsonb), :taken)
      """;
  private static final String FORGET =
      """
      DELETE FROM directory_refused r
       USING directory_import i
       WHERE i.id = r.import_id
         AND (r.object_id = ANY (:ids)
              OR i.file_name = :name AND r.object_id !~ '^[0-9A-Fa-f-]{36}$')
      """;
  private static final String LAST =
      """
      SELECT id, file_name, imported_at, added, changed, unchanged, refused, others,
             names_left_out
        FROM directory_import
       ORDER BY imported_at DESC
       LIMIT :some
      """;
  private static final String WAITING =
      """
      SELECT r.id, r.kind, r.place, r.object_id, r.parent_id, r.entry_id, r.problems, r.document,
             r.is_taken
        FROM directory_refused r
        JOIN directory_import i ON i.id = r.import_id
      """;
  private static final String ALL_WAITING =
      WAITING + " ORDER BY i.imported_at DESC, r.is_taken, r.kind, r.place, r.id LIMIT :some";
  private static final String ONE = WAITING + " WHERE r.id = :id";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Refused(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** How long it is kept. */
  @Configuration(proxyBeanMethods = false)
  static class Clock {
    @Bean
    RecordKind directoryImports() {
      return new RecordKind(
          "directory_import",
          "directory_import",
          "imported_on",
          MONTHS,
          "Coalition policy, 2026-11-29: mended by then, or brought in anew");
    }
  }

  /** What was brought in, newest first. */
  @Transactional(readOnly = true)
  public List<Import> last(int some) {
    return jdbc.sql(LAST)
        .param("some", some)
        .query((row, _) ->
            new Import(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                row.getObject("imported_at", java.time.OffsetDateTime.class).toInstant(),
                row.getInt("added"),
                row.getInt("changed"),
                row.getInt("unchanged"),
                row.getInt("refused"),
                row.getInt("others"),
                row.getInt("names_left_out")))
        .list();
  }

  /** What waits to be mended, newest first. */
  @Transactional(readOnly = true)
  public List<Waiting> waiting(int some) {
    return jdbc.sql(ALL_WAITING).param("some", some).query((row, _) -> waiting(row)).list();
  }

  /** One of them. */
  @Transactional(readOnly = true)
  public Optional<Refusal> one(UUID id) {
    return jdbc.sql(ONE).param("id", id).query((row, _) -> waiting(row).refusal()).optional();
  }

  /** Forgets one: it was mended, or is to be left as it is. */
  @Transactional
  public void mended(UUID id) {
    jdbc.sql("DELETE FROM directory_refused WHERE id = :id").param("id", id).update();
  }

  /** The ids of all that waits, at whatever depth it stood in its file. */
  Set<String> waitingIds() {
    return jdbc.sql("SELECT object_id FROM directory_refused").query(String.class).set();
  }

  /**
   * Forgets what a new file settles: what has an id of it, or had none that is one in a file of its
   * name.
   */
  void forget(Collection<String> ids, String name) {
    jdbc.sql(FORGET).param("ids", ids.toArray(String[]::new)).param("name", name).update();
  }

  void keep(Import one, LocalDate today, List<Refusal> refusals) {
    jdbc.sql(KEEP_IMPORT)
        .param("id", one.id())
        .param("name", one.fileName())
        .param("at", one.importedAt().atOffset(ZoneOffset.UTC))
        .param("today", today)
        .param("added", one.added())
        .param("changed", one.changed())
        .param("unchanged", one.unchanged())
        .param("refused", one.refused())
        .param("others", one.others())
        .param("names", one.namesLeftOut())
        .update();
    refusals.forEach(each -> keep(one.id(), each));
  }

  private void keep(UUID file, Refusal refusal) {
    String place = refusal.place();
    jdbc.sql(KEEP)
        .param("id", UUID.randomUUID())
        .param("import", file)
        .param("kind", refusal.kind())
        .param("place", place.substring(0, Math.min(300, place.length())))
        .param("object", refusal.objectId())
        .param("parent", refusal.parentId())
        .param("entry", refusal.entryId())
        .param("problems", json.writeValueAsString(refusal.problems()))
        .param("document", refusal.document().json().toString())
        .param("taken", refusal.isTaken())
        .update();
  }

  private Waiting waiting(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Waiting(
        row.getObject("id", UUID.class),
        new Refusal(
            row.getString("kind"),
            row.getString("place"),
            row.getString("object_id"),
            row.getString("parent_id"),
            row.getString("entry_id"),
            json.readValue(
                row.getString("problems"), new TypeReference<List<Refusal.Problem>>() {}),
            new Document((ObjectNode) json.readTree(row.getString("document"))),
            row.getBoolean("is_taken")));
  }
}
