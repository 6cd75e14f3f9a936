package org.konbit.toolkit.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konbit.access.NotHere;
import org.konbit.access.Role;
import org.konbit.database.Acting;
import org.konbit.toolkit.content.ChangeClass;
import org.konbit.toolkit.content.Kind;
import org.konbit.toolkit.content.Word;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who answers for an item, who reviews it, and which wording the reviewer has approved. They are
 * two people, and only the reviewer approves: whoever wrote something does not. All of it is noted
 * in the audit of the organisation that acts.
 */
@Service
public class Stewards {
  /** The kind of record that the audit notes. */
  static final String RECORD = "content_item";

  private static final String ITEMS =
      """
      SELECT kind, id, revision, owner_id, reviewer_id,
             CASE WHEN approved_revision = revision THEN approved_on END AS approved_on,
             (SELECT r.change_class
                FROM content_revision r
               WHERE r.kind = i.kind AND r.id = i.id AND r.revision = i.revision
                 AND EXISTS (SELECT FROM content_revision e
                              WHERE e.kind = r.kind AND e.id = r.id
                                AND e.revision < r.revision)) AS change_class
        FROM content_item i
       WHERE kind = :kind
         AND state IN ('published', 'corrected')
      """;
  private static final String ALL = ITEMS + " ORDER BY id LIMIT :most";
  private static final String ONE = ITEMS + " AND id = :id";

  // What somebody approved does not become another's approval with the name.
  private static final String NAME =
      """
      WITH item AS (
        UPDATE content_item
           SET owner_id = CAST(:owner AS uuid),
               reviewer_id = CAST(:reviewer AS uuid),
               approved_revision = CASE WHEN reviewer_id = CAST(:reviewer AS uuid)
                                        THEN approved_revision END,
               approved_on = CASE WHEN reviewer_id = CAST(:reviewer AS uuid)
                                  THEN approved_on END
         WHERE kind = :kind
           AND id = :id
           AND state IN ('published', 'corrected')
        RETURNING 1
      )
      UPDATE content_change
         SET number = number + 1
       WHERE EXISTS (SELECT FROM item)
      """;

  private static final String APPROVE =
      """
      WITH item AS (
        UPDATE content_item
           SET approved_revision = revision,
               approved_on = :today
         WHERE kind = :kind
           AND id = :id
           AND revision = :revision
           AND reviewer_id = :person
           AND owner_id <> :person
           AND state IN ('published', 'corrected')
        RETURNING 1
      )
      UPDATE content_change
         SET number = number + 1
       WHERE EXISTS (SELECT FROM item)
      """;

  // What appeared first changed nothing.
  private static final String CLASSIFY =
      """
      UPDATE content_revision r
         SET change_class = :change
       WHERE kind = :kind
         AND id = :id
         AND revision = :revision
         AND EXISTS (SELECT FROM content_item i
                      WHERE i.kind = r.kind AND i.id = r.id AND i.revision = r.revision
                        AND i.state IN ('published', 'corrected'))
         AND EXISTS (SELECT FROM content_revision e
                      WHERE e.kind = r.kind AND e.id = r.id AND e.revision < r.revision)
      """;

  private static final String SETTLE =
      """
      WITH item AS (
        UPDATE content_item i
           SET state = CASE WHEN EXISTS (
                 SELECT FROM content_revision r
                  WHERE r.kind = i.kind AND r.id = i.id AND r.change_class <> 'typo'
                    AND r.revision > (SELECT min(f.revision) FROM content_revision f
                                       WHERE f.kind = i.kind AND f.id = i.id))
               THEN 'corrected' ELSE 'published' END
         WHERE kind = :kind
           AND id = :id
        RETURNING 1
      )
      UPDATE content_change
         SET number = number + 1
       WHERE EXISTS (SELECT FROM item)
      """;

  private static final int MOST = 500;

  /**
   * An item and those who stand behind it.
   *
   * @param approvedOn when the reviewer approved this very wording
   * @param change what this wording changed; empty for the first
   */
  public record Item(
      String id,
      int revision,
      Optional<UUID> owner,
      Optional<UUID> reviewer,
      Optional<LocalDate> approvedOn,
      Optional<ChangeClass> change) {}

  private record Row(
      String id,
      int revision,
      @Nullable UUID ownerId,
      @Nullable UUID reviewerId,
      @Nullable LocalDate approvedOn,
      @Nullable String changeClass) {
    Item item() {
      return new Item(
          id,
          revision,
          Optional.ofNullable(ownerId),
          Optional.ofNullable(reviewerId),
          Optional.ofNullable(approvedOn),
          Optional.ofNullable(changeClass).flatMap(word -> Word.find(ChangeClass.class, word)));
    }
  }

  private final JdbcClient jdbc;
  private final Library library;
  private final Audit audit;
  private final Clock clock;

  Stewards(JdbcClient jdbc, Library library, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.library = library;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether whoever acts may name those who stand behind an item. */
  public static boolean mayName() {
    return Role.EDITOR.isHeld() || Role.COALITION_ADMINISTRATOR.isHeld();
  }

  /** What is published of a kind, by its id; the first five hundred. */
  @Transactional(readOnly = true)
  public List<Item> all(Kind kind) {
    return jdbc
        .sql(ALL)
        .param("kind", kind.word())
        .param("most", MOST)
        .query(Row.class)
        .list()
        .stream()
        .map(Row::item)
        .toList();
  }

  /** One that is published. */
  @Transactional(readOnly = true)
  public Optional<Item> one(Kind kind, String id) {
    return jdbc.sql(ONE)
        .param("kind", kind.word())
        .param("id", id)
        .query(Row.class)
        .optional()
        .map(Row::item);
  }

  /**
   * Names who answers for an item and who reviews it. An approval of another reviewer ends.
   *
   * @throws NotHere if it is not published
   * @throws IllegalArgumentException if both are the same person
   */
  @Transactional
  public void name(Kind kind, String id, Optional<UUID> owner, Optional<UUID> reviewer) {
    if (!mayName()) {
      throw new NotHere();
    }
    if (owner.isPresent() && owner.equals(reviewer)) {
      throw new IllegalArgumentException(
          "One person cannot both answer for an item and review it.");
    }
    int changed =
        jdbc.sql(NAME)
            .param("owner", owner.map(UUID::toString).orElse(null))
            .param("reviewer", reviewer.map(UUID::toString).orElse(null))
            .param("kind", kind.word())
            .param("id", id)
            .update();
    if (changed == 0) {
      throw new NotHere();
    }
    note(AuditAction.UPDATE, kind, id);
  }

  /**
   * Approves a wording, as its reviewer.
   *
   * @return false if it is not the newest wording any more, whoever acts does not review it, or
   *     nobody else answers for it; then nothing has changed
   */
  @Transactional
  public boolean approve(Kind kind, String id, int revision) {
    Role.REVIEWER.required();
    int changed =
        jdbc.sql(APPROVE)
            .param("today", LocalDate.now(clock))
            .param("kind", kind.word())
            .param("id", id)
            .param("revision", revision)
            .param("person", Acting.now().actingPerson().orElseThrow(NotHere::new))
            .update();
    if (changed == 1) {
      note(AuditAction.UPDATE, kind, id);
    }
    return changed == 1;
  }

  /**
   * Says what the newest wording of an item changed. A slip of the pen is not told to readers as a
   * correction.
   *
   * @return false if it is not the newest wording any more, or the first; then nothing has changed
   */
  @Transactional
  public boolean classify(Kind kind, String id, int revision, ChangeClass change) {
    if (!mayName()) {
      throw new NotHere();
    }
    int changed =
        jdbc.sql(CLASSIFY)
            .param("change", change.word())
            .param("kind", kind.word())
            .param("id", id)
            .param("revision", revision)
            .update();
    if (changed == 1) {
      jdbc.sql(SETTLE).param("kind", kind.word()).param("id", id).update();
      note(AuditAction.UPDATE, kind, id);
    }
    return changed == 1;
  }

  /** Takes a member's story down for good; see {@link Library#takeBack}. */
  @Transactional
  public void takeBack(String spotlight) {
    if (library.takeBack(spotlight)) {
      note(AuditAction.DELETE, Kind.SPOTLIGHT, spotlight);
    }
  }

  private void note(AuditAction action, Kind kind, String id) {
    audit.note(action, RECORD, List.of(record(kind, id)));
  }

  /** The id under which the audit knows an item, made of its name, which is none. */
  static UUID record(Kind kind, String id) {
    return UUID.nameUUIDFromBytes("%s/%s".formatted(kind.word(), id).getBytes(UTF_8));
  }
}
