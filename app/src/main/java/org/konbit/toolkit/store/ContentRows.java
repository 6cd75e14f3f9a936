package org.konbit.toolkit.store;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.konbit.toolkit.content.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The content as the database keeps it. Each change is one statement, so that none is half done.
 */
@Component
class ContentRows {
  // An item that an editor has touched, or taken down, is left alone: the file came first, once.
  private static final String IMPORT =
      """
      WITH item AS (
        INSERT INTO content_item (kind, id, state, revision, is_edited, file_digest, published_at)
        VALUES (:kind, :id, 'published', 1, false, :digest, :now)
        ON CONFLICT (kind, id) DO UPDATE
          SET state = 'corrected',
              revision = content_item.revision + 1,
              file_digest = excluded.file_digest
        WHERE NOT content_item.is_edited
          AND content_item.file_digest <> excluded.file_digest
        RETURNING kind, id, revision
      ), wording AS (
        INSERT INTO content_revision (kind, id, revision, document, change_class, made_at)
        SELECT kind, id, revision, :document, 'wording', :now
          FROM item
        RETURNING 1
      )
      UPDATE content_change
         SET number = number + 1
       WHERE EXISTS (SELECT FROM wording)
      """;

  private static final String IMPORTED =
      """
      SELECT kind, id, encode(file_digest, 'hex') AS digest
        FROM content_item
       WHERE file_digest IS NOT NULL
      """;

  private static final String NUMBER =
      """
      SELECT number
        FROM content_change
      """;

  private static final String PUBLISHED =
      """
      SELECT kind, id, revision, published_at,
             CASE WHEN approved_revision = revision THEN approved_on END AS approved_on
        FROM content_item
       WHERE state IN ('published', 'corrected')
       ORDER BY kind, id
      """;

  private static final String WORDINGS =
      """
      SELECT r.kind, r.id, r.document
        FROM content_revision r
        JOIN unnest(:kinds, :ids, :revisions) AS wanted (kind, id, revision)
             USING (kind, id, revision)
      """;

  // A consent that was taken back leaves the item's name alone, so that no file brings it again.
  private static final String TAKE_BACK =
      """
      WITH story AS (
        UPDATE content_item
           SET state = 'withdrawn', is_edited = true, owner_id = NULL, reviewer_id = NULL,
               approved_revision = NULL, approved_on = NULL
         WHERE kind = :kind
           AND id = :id
           AND state <> 'withdrawn'
        RETURNING kind, id
      ), wordings AS (
        DELETE FROM content_revision
         USING story
         WHERE content_revision.kind = story.kind
           AND content_revision.id = story.id
      )
      UPDATE content_change
         SET number = number + 1
       WHERE EXISTS (SELECT FROM story)
      """;

  /** An item as it is kept, but for its words. */
  record Row(
      String kind, String id, int revision, Instant publishedAt, @Nullable LocalDate approvedOn) {
    String reference() {
      return kind + "/" + id;
    }
  }

  private record Wording(String kind, String id, String document) {}

  private record Imported(String kind, String id, String digest) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  ContentRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What files were taken in: a digest for each item. */
  Map<String, String> imported() {
    return jdbc.sql(IMPORTED).query(Imported.class).list().stream()
        .collect(Collectors.toMap(row -> row.kind() + "/" + row.id(), Imported::digest));
  }

  /** Takes a file in, unless its item is the editors' by now or is the same. */
  void take(Kind kind, String id, String document) {
    jdbc.sql(IMPORT)
        .param("kind", kind.word())
        .param("id", id)
        .param("digest", DigestUtils.sha256(document))
        .param("document", document)
        .param("now", clock.instant().atOffset(UTC))
        .update();
  }

  /**
   * Takes a story down and removes every wording of it.
   *
   * @return whether it stood there
   */
  boolean takeBack(Kind kind, String id) {
    return jdbc.sql(TAKE_BACK).param("kind", kind.word()).param("id", id).update() == 1;
  }

  /** A number that grows with every change. */
  long number() {
    return jdbc.sql(NUMBER).query(Long.class).single();
  }

  List<Row> published() {
    return jdbc.sql(PUBLISHED).query(Row.class).list();
  }

  /** The words of some items, by reference; an item that went meanwhile has none. */
  Map<String, String> wordings(List<Row> rows) {
    return jdbc
        .sql(WORDINGS)
        .param("kinds", rows.stream().map(Row::kind).toArray(String[]::new))
        .param("ids", rows.stream().map(Row::id).toArray(String[]::new))
        .param("revisions", rows.stream().map(Row::revision).toArray(Integer[]::new))
        .query(Wording.class)
        .list()
        .stream()
        .collect(Collectors.toMap(row -> row.kind() + "/" + row.id(), Wording::document));
  }
}
