package org.konbit.referrals.exchange;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konbit.referrals.lifecycle.Mover;
import org.konbit.referrals.lifecycle.ResponseClock;
import org.konbit.referrals.lifecycle.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that both sides read, inside the caller's transaction. */
@Component
class Statuses {
  private static final String ONE =
      """
      SELECT %s
        FROM referral_status s
       WHERE s.id = :id
      """
          .formatted(Status.COLUMNS);
  private static final String STEPS =
      """
      SELECT step.went_to, step.went_by, step.went_at
        FROM referral_status s,
             unnest(s.went_to, s.went_by, s.went_at) WITH ORDINALITY
               AS step (went_to, went_by, went_at, number)
       WHERE s.id = :id
       ORDER BY step.number
      """;
  private static final String BEGIN =
      """
      INSERT INTO referral_status
             (id, number, from_organisation_id, to_organisation_id, track, state, sent_at, half_at,
              due_at, expires_at, answer_hours, shared_until, changed_at)
      VALUES (:id, :number, konbit_organisation(), :to, :track, 'SENT', :now, :half, :due,
              :expires, :hours, :until, :now)
      """;
  // An update names the state it expects: two clicks or two people yield one.
  private static final String MOVE =
      """
      UPDATE referral_status
         SET state = :to, reason = :reason, mistake = :mistake, outcome = :outcome,
             suggested_service_id = :suggested,
             first_response_at = coalesce(first_response_at, :answered),
             decided_at = coalesce(decided_at, :decided), closed_at = :closed, changed_at = :now
       WHERE id = :id
         AND state = :from
         AND changes = :seen
         AND (withdrawn_at IS NOT NULL) = :withdrawn
      """;
  private static final String AGAIN =
      """
      UPDATE referral_status
         SET state = 'SENT', half_at = :half, due_at = :due, expires_at = :expires, reminded = 0,
             changed_at = :now
       WHERE id = :id
         AND state = 'NEEDS_INFORMATION'
         AND changes = :seen
      """;
  private static final String COUNT_NOTE =
      """
      UPDATE referral_status
         SET notes = notes || cast(:note AS uuid), changed_at = :now
       WHERE id = :id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Statuses(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The status of a referral that the acting organisation sent or received. */
  Optional<Status> one(UUID id) {
    return jdbc.sql(ONE).param("id", id).query((row, _) -> Status.of(row)).optional();
  }

  /** The ways it went, the first first; of old ones, not those before any was noted. */
  List<Step> steps(UUID id) {
    return jdbc.sql(STEPS)
        .param("id", id)
        .query((row, _) ->
            new Step(
                State.valueOf(row.getString("went_to")),
                Mover.valueOf(row.getString("went_by")),
                Status.instant(row, "went_at").orElseThrow()))
        .list();
  }

  void begin(Draft draft, String number, ResponseClock times, Optional<Instant> until) {
    at(BEGIN, draft.id())
        .param("number", number)
        .param("to", draft.to())
        .param("track", draft.track().name())
        .param("half", times.half().atOffset(UTC))
        .param("due", times.due().atOffset(UTC))
        .param("expires", times.expires().atOffset(UTC))
        .param("hours", times.within().toHours())
        .param("until", until.map(each -> each.atOffset(UTC)).orElse(null))
        .update();
  }

  /**
   * Moves it, unless somebody else has.
   *
   * @throws Refused if somebody has
   */
  void move(Status before, int seen, Change change, boolean isAnswer) {
    boolean isDecision = isAnswer && change.to() != State.NEEDS_INFORMATION;
    mustBeOne(
        at(MOVE, before.id())
            .param("from", before.state().name())
            .param("withdrawn", before.withdrawnAt().isPresent())
            .param("seen", seen)
            .param("to", change.to().name())
            .param("reason", change.reason().map(Enum::name).orElse(null))
            .param("mistake", change.mistaken().map(each -> each.mistake().name()).orElse(null))
            .param("outcome", change.outcome().map(Enum::name).orElse(null))
            .param("suggested", change.suggested().orElse(null))
            .param("answered", ifSo(isAnswer))
            .param("decided", ifSo(isDecision))
            .param("closed", ifSo(change.to().isFinal()))
            .update());
  }

  /** Sends it again after a question was answered; the receiver has its time anew. */
  void again(UUID id, int seen, ResponseClock times) {
    mustBeOne(
        at(AGAIN, id)
            .param("seen", seen)
            .param("half", times.half().atOffset(UTC))
            .param("due", times.due().atOffset(UTC))
            .param("expires", times.expires().atOffset(UTC))
            .update());
  }

  /** Shows a note to both sides. */
  void countNote(UUID id, UUID note) {
    mustBeOne(at(COUNT_NOTE, id).param("note", note).update());
  }

  private JdbcClient.StatementSpec at(String sql, UUID id) {
    return jdbc.sql(sql).param("id", id).param("now", clock.instant().atOffset(UTC));
  }

  private @Nullable Object ifSo(boolean is) {
    return is ? clock.instant().atOffset(UTC) : null;
  }

  private static void mustBeOne(int changed) {
    if (changed != 1) {
      throw new Refused(Refused.Why.MOVED_MEANWHILE);
    }
  }
}
