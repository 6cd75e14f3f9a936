package org.konbit.referrals.exchange;

import java.util.Optional;
import java.util.UUID;
import org.konbit.referrals.lifecycle.DeclineReason;
import org.konbit.referrals.lifecycle.Outcome;
import org.konbit.referrals.lifecycle.State;

/**
 * Where somebody wants to move a referral.
 *
 * @param suggested the service that can help instead
 */
public record Change(
    State to, Optional<DeclineReason> reason, Optional<Outcome> outcome, Optional<UUID> suggested) {
  public Change {
    boolean hasOutcome = to == State.COMPLETED || to == State.UNABLE;
    if (reason.isPresent() != (to == State.DECLINED) || outcome.isPresent() != hasOutcome) {
      throw new IllegalArgumentException(
          "To (%s) wants its reason or outcome, and no other.".formatted(to));
    }
  }

  /** To a state that says all there is to say. */
  public static Change to(State state) {
    return new Change(state, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A no. */
  public static Change declined(DeclineReason reason) {
    return new Change(State.DECLINED, Optional.of(reason), Optional.empty(), Optional.empty());
  }

  /** The end of a service, reached or not. */
  public static Change ended(State state, Outcome outcome) {
    return new Change(state, Optional.empty(), Optional.of(outcome), Optional.empty());
  }

  /** Somebody else can help. */
  public static Change rerouted(UUID service) {
    return new Change(State.REROUTED, Optional.empty(), Optional.empty(), Optional.of(service));
  }

  /** What the same command has in common with itself when it is sent twice. */
  String body(UUID referral) {
    return "%s %s %s %s %s".formatted(referral, to, reason, outcome, suggested);
  }
}
