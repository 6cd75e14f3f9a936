package org.konbit.referrals.exchange;

import java.util.Optional;
import java.util.UUID;
import org.konbit.referrals.lifecycle.DeclineReason;
import org.konbit.referrals.lifecycle.Mistake;
import org.konbit.referrals.lifecycle.Outcome;
import org.konbit.referrals.lifecycle.State;

/**
 * Where somebody wants to move a referral.
 *
 * @param suggested the service that can help instead
 */
public record Change(
    State to,
    Optional<DeclineReason> reason,
    Optional<Outcome> outcome,
    Optional<UUID> suggested,
    Optional<Mistaken> mistaken) {
  /**
   * What was wrong with sending it.
   *
   * @param words what the sender says of it beside, for itself alone; perhaps empty
   */
  public record Mistaken(Mistake mistake, String words) {
    /** The most that is said of it, in characters. */
    public static final int LONGEST = 500;

    public Mistaken {
      if (words.length() > LONGEST || (mistake == Mistake.OTHER && words.isBlank())) {
        throw new IllegalArgumentException(
            "A mistake (%s) is told in at most %d characters, and one of no name in some."
                .formatted(mistake, LONGEST));
      }
    }

    @Override
    public String toString() { // the words may name somebody
      return "Mistaken[%s]".formatted(mistake);
    }
  }

  public Change {
    boolean hasOutcome = to == State.COMPLETED || to == State.UNABLE;
    if (reason.isPresent() != (to == State.DECLINED)
        || outcome.isPresent() != hasOutcome
        || mistaken.isPresent() != (to == State.ENTERED_IN_ERROR)) {
      throw new IllegalArgumentException(
          "To (%s) wants its reason, mistake or outcome, and no other.".formatted(to));
    }
  }

  /** To a state that says all there is to say. */
  public static Change to(State state) {
    return new Change(
        state, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A no. */
  public static Change declined(DeclineReason reason) {
    return new Change(
        State.DECLINED, Optional.of(reason), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The end of a service, reached or not. */
  public static Change ended(State state, Outcome outcome) {
    return new Change(
        state, Optional.empty(), Optional.of(outcome), Optional.empty(), Optional.empty());
  }

  /** Somebody else can help. */
  public static Change rerouted(UUID service) {
    return new Change(
        State.REROUTED, Optional.empty(), Optional.empty(), Optional.of(service), Optional.empty());
  }

  /** It should never have been sent. */
  public static Change mistaken(Mistake mistake, String words) {
    return new Change(
        State.ENTERED_IN_ERROR,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Mistaken(mistake, words)));
  }

  /**
   * What the same command has in common with itself when it is sent twice. Words are left out: of
   * what is short, somebody who reads its digest could try out what it says.
   */
  String body(UUID referral) {
    return "%s %s %s %s %s %s"
        .formatted(referral, to, reason, outcome, suggested, mistaken.map(Mistaken::mistake));
  }
}
