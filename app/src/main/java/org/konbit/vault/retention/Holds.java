package org.konbit.vault.retention;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konbit.database.Acting;
import org.konbit.vault.Retention.Hold;
import org.konbit.vault.SealedColumn;
import org.konbit.vault.SealedFields;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The acting organisation's holds, inside the caller's transaction. */
@Component
class Holds {
  private static final SealedColumn REASON = new SealedColumn("legal_hold", "reason");

  /** Holds, whatever record of {@code :kind} has the id that is put in. */
  static final String IS_HELD =
      """
      EXISTS (SELECT FROM legal_hold h
               WHERE h.lifted_at IS NULL
                 AND (h.kind IS NULL
                      OR h.kind = :kind AND (h.record_id IS NULL OR h.record_id = %s)))
      """;

  private static final String PLACE =
      """
      INSERT INTO legal_hold (organisation_id, id, kind, record_id, reason, placed_by, placed_at)
      VALUES (konbit_organisation(), :id, :kind, :record, :reason, :by, :now)
      """;

  private static final String LIFT =
      """
      UPDATE legal_hold
         SET lifted_by = :by, lifted_at = :now
       WHERE id = :id
         AND lifted_at IS NULL
      """;

  private static final String ALL =
      """
      SELECT id, kind, record_id, reason, placed_at
        FROM legal_hold
       WHERE lifted_at IS NULL
       ORDER BY placed_at, id
      """;

  private final JdbcClient jdbc;
  private final SealedFields fields;
  private final Clock clock;

  Holds(JdbcClient jdbc, SealedFields fields, Clock clock) {
    this.jdbc = jdbc;
    this.fields = fields;
    this.clock = clock;
  }

  UUID place(@Nullable String kind, @Nullable UUID record, String reason) {
    var id = UUID.randomUUID();
    jdbc.sql(PLACE)
        .param("id", id)
        .param("kind", kind)
        .param("record", record)
        .param("reason", fields.seal(REASON, id, reason))
        .param("by", Acting.now().actingPerson().orElse(null))
        .param("now", clock.instant().atOffset(UTC))
        .update();
    return id;
  }

  boolean lift(UUID hold) {
    return jdbc.sql(LIFT)
            .param("id", hold)
            .param("by", Acting.now().actingPerson().orElse(null))
            .param("now", clock.instant().atOffset(UTC))
            .update()
        == 1;
  }

  boolean isHeld(String kind, UUID record) {
    return jdbc.sql("SELECT " + IS_HELD.formatted(":record"))
        .param("kind", kind)
        .param("record", record)
        .query(Boolean.class)
        .single();
  }

  List<Hold> all() {
    return jdbc.sql(ALL)
        .query((row, _) -> {
          var id = row.getObject("id", UUID.class);
          return new Hold(
              id,
              Optional.ofNullable(row.getString("kind")),
              Optional.ofNullable(row.getObject("record_id", UUID.class)),
              fields.open(REASON, id, row.getBytes("reason")),
              row.getObject("placed_at", OffsetDateTime.class).toInstant());
        })
        .list();
  }
}
