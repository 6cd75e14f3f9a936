package org.konbit.referrals.exchange;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konbit.access.NotHere;
import org.konbit.database.Acting;
import org.konbit.referrals.lifecycle.Mover;
import org.konbit.referrals.lifecycle.Track;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.konbit.vault.SealedColumn;
import org.konbit.vault.SealedFields;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What the two sides write to each other about a referral. Each has a copy under its own key; a
 * note is seen by both at once, or, if writing it was cut off, by nobody.
 */
@Service
public class Conversation {
  /** The longest note, in characters. */
  public static final int LONGEST = 2_000;

  /**
   * One note.
   *
   * @param isOurs whether the acting organisation wrote it
   */
  public record Note(UUID id, boolean isOurs, Optional<UUID> author, String text, Instant at) {
    @Override
    public String toString() { // it may name somebody
      return "Note[%s]".formatted(id);
    }
  }

  private enum Copy {
    SENDERS("referral_note"),
    RECEIVERS("handover_note");

    private final String table;

    Copy(String table) {
      this.table = table;
    }

    private SealedColumn text() {
      return new SealedColumn(table, "text");
    }

    private String put() {
      return """
      INSERT INTO %s
             (organisation_id, id, referral_id, is_ours, author, text, at)
      VALUES (konbit_organisation(), :id, :referral, :ours, :author, :text, :now)
      """
          .formatted(table);
    }

    private String all() {
      return """
      SELECT id, is_ours, author, text, at
        FROM %s
       WHERE referral_id = :referral
       ORDER BY at, id
      """
          .formatted(table);
    }
  }

  private final JdbcClient jdbc;
  private final SealedFields fields;
  private final Statuses statuses;
  private final Audit audit;
  private final TransactionOperations transactions;
  private final Clock clock;

  Conversation(
      JdbcClient jdbc,
      SealedFields fields,
      Statuses statuses,
      Audit audit,
      TransactionOperations transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.fields = fields;
    this.statuses = statuses;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Writes a note, as long as the family agrees that the two talk about it.
   *
   * @throws Refused if it no longer does
   */
  public void write(UUID referral, String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new IllegalArgumentException("A note has 1 to %d characters.".formatted(LONGEST));
    }
    Unkept.check(text);
    var own = Workers.required();
    var status =
        Objects.requireNonNull(
            transactions.execute(_ -> statuses.one(referral).orElseThrow(NotHere::new)));
    boolean isSender = status.mover(own) == Mover.SENDER;
    if (!status.isShared(clock.instant()) || status.track() != Track.ORDINARY) {
      throw new Refused(Refused.Why.NOT_SHARED);
    }
    var id = UUID.randomUUID();
    var other = isSender ? status.to() : status.from();
    Handovers.konbitFor(other, "note")
        .run(() ->
            transactions.executeWithoutResult(
                _ -> put(isSender ? Copy.RECEIVERS : Copy.SENDERS, referral, id, text, null)));
    transactions.executeWithoutResult(_ -> {
      statuses.countNote(referral, id);
      put(
          isSender ? Copy.SENDERS : Copy.RECEIVERS,
          referral,
          id,
          text,
          Acting.now().actingPerson().orElseThrow(NotHere::new));
      audit.note(AuditAction.UPDATE, "referral", List.of(referral));
    });
  }

  /** The notes of a referral, the oldest first, inside the caller's transaction. */
  List<Note> all(Status status, UUID organisation) {
    var copy = status.mover(organisation) == Mover.SENDER ? Copy.SENDERS : Copy.RECEIVERS;
    return jdbc.sql(copy.all())
        .param("referral", status.id())
        .query((row, _) ->
            new Note(
                row.getObject("id", UUID.class),
                row.getBoolean("is_ours"),
                Optional.ofNullable(row.getObject("author", UUID.class)),
                fields.open(copy.text(), row.getObject("id", UUID.class), row.getBytes("text")),
                row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private void put(Copy copy, UUID referral, UUID id, String text, @Nullable UUID author) {
    jdbc.sql(copy.put())
        .param("id", id)
        .param("referral", referral)
        .param("ours", author != null)
        .param("author", author)
        .param("text", fields.seal(copy.text(), id, text))
        .param("now", clock.instant().atOffset(UTC))
        .update();
  }
}
