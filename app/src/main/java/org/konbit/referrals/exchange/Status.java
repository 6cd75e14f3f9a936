package org.konbit.referrals.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.konbit.referrals.lifecycle.DeclineReason;
import org.konbit.referrals.lifecycle.Mistake;
import org.konbit.referrals.lifecycle.Mover;
import org.konbit.referrals.lifecycle.Outcome;
import org.konbit.referrals.lifecycle.State;
import org.konbit.referrals.lifecycle.Track;

/**
 * How far a referral has come, as both sides may know it.
 *
 * @param number what two partners say on the phone instead of a name
 * @param mistake why it should not have been sent; of old ones that were, none is known
 * @param suggested the service that the receiver named instead of its own
 * @param answersWithin how much time the receiver has, as its service said when it was sent
 * @param changes how often it was moved; whoever moves it says how often they saw it moved
 */
public record Status(
    UUID id,
    String number,
    UUID from,
    UUID to,
    Track track,
    State state,
    Optional<DeclineReason> reason,
    Optional<Mistake> mistake,
    Optional<Outcome> outcome,
    Optional<UUID> suggested,
    Instant sentAt,
    Instant halfAt,
    Instant dueAt,
    Instant expiresAt,
    Duration answersWithin,
    Optional<Instant> sharedUntil,
    Optional<Instant> withdrawnAt,
    Optional<Instant> answeredAt,
    Optional<Instant> closedAt,
    Instant changedAt,
    int changes) {
  static final String COLUMNS =
      """
      s.id, s.number, s.from_organisation_id, s.to_organisation_id, s.track, s.state, s.reason,
      s.mistake, s.outcome, s.suggested_service_id, s.sent_at, s.half_at, s.due_at, s.expires_at,
      s.answer_hours, s.shared_until, s.withdrawn_at, s.first_response_at, s.closed_at, s.changed_at, s.changes
      """;

  static Status of(ResultSet row) throws SQLException {
    return new Status(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getObject("from_organisation_id", UUID.class),
        row.getObject("to_organisation_id", UUID.class),
        Track.valueOf(row.getString("track")),
        State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("reason")).map(DeclineReason::valueOf),
        Optional.ofNullable(row.getString("mistake")).map(Mistake::valueOf),
        Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
        Optional.ofNullable(row.getObject("suggested_service_id", UUID.class)),
        instant(row, "sent_at").orElseThrow(),
        instant(row, "half_at").orElseThrow(),
        instant(row, "due_at").orElseThrow(),
        instant(row, "expires_at").orElseThrow(),
        Duration.ofHours(row.getInt("answer_hours")),
        instant(row, "shared_until"),
        instant(row, "withdrawn_at"),
        instant(row, "first_response_at"),
        instant(row, "closed_at"),
        instant(row, "changed_at").orElseThrow(),
        row.getInt("changes"));
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /** As whom an organisation may move it. */
  public Mover mover(UUID organisation) {
    return organisation.equals(from) ? Mover.SENDER : Mover.RECEIVER;
  }

  /** Whether the receiver may see what was shared. */
  public boolean isShared(Instant now) {
    return state.isShared()
        && withdrawnAt.isEmpty()
        && sharedUntil.filter(until -> !until.isAfter(now)).isEmpty();
  }

  /** Whether nobody answered in time what is still to be answered. */
  public boolean isLate(Instant now) {
    return state == State.SENT && withdrawnAt.isEmpty() && !dueAt.isAfter(now);
  }
}
