package org.konbit.referrals.lifecycle;

import static org.konbit.referrals.lifecycle.Mover.CLOCK;
import static org.konbit.referrals.lifecycle.Mover.RECEIVER;
import static org.konbit.referrals.lifecycle.Mover.SENDER;
import static org.konbit.referrals.lifecycle.State.ACCEPTED;
import static org.konbit.referrals.lifecycle.State.APPOINTMENT_OFFERED;
import static org.konbit.referrals.lifecycle.State.CLIENT_DECLINED;
import static org.konbit.referrals.lifecycle.State.CLOSED;
import static org.konbit.referrals.lifecycle.State.COMPLETED;
import static org.konbit.referrals.lifecycle.State.DECLINED;
import static org.konbit.referrals.lifecycle.State.DISCARDED;
import static org.konbit.referrals.lifecycle.State.DRAFT;
import static org.konbit.referrals.lifecycle.State.ENTERED_IN_ERROR;
import static org.konbit.referrals.lifecycle.State.EXPIRED;
import static org.konbit.referrals.lifecycle.State.IN_SERVICE;
import static org.konbit.referrals.lifecycle.State.NEEDS_INFORMATION;
import static org.konbit.referrals.lifecycle.State.ON_HOLD;
import static org.konbit.referrals.lifecycle.State.RECALLED;
import static org.konbit.referrals.lifecycle.State.RECEIVED;
import static org.konbit.referrals.lifecycle.State.REROUTED;
import static org.konbit.referrals.lifecycle.State.SENT;
import static org.konbit.referrals.lifecycle.State.UNABLE;
import static org.konbit.referrals.lifecycle.State.WAITLISTED;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which way a referral goes, decided when it is sent by whom it is sent to. The database's trigger
 * holds the same moves, so that no statement passes them by.
 */
public enum Track {
  ORDINARY,
  /** To a legal provider: the sender learns no more than four states, and no reason. */
  LEGAL,
  /** To a program for survivors: the sender never learns that anybody came. */
  UNSEEN;

  /** One way from a state to another. */
  public record Move(State from, State to, Mover by) {}

  private static final Map<Track, Set<Move>> MOVES =
      Map.of(
          ORDINARY, Set.copyOf(ordinary()),
          LEGAL, Set.copyOf(legal()),
          UNSEEN, Set.copyOf(unseen()));

  /** All moves there are. */
  public Set<Move> moves() {
    return MOVES.getOrDefault(this, Set.of());
  }

  /** Where a mover may take a referral from a state. */
  public Set<State> next(State from, Mover by) {
    return moves().stream()
        .filter(move -> move.from() == from && move.by() == by)
        .map(Move::to)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the mover may. */
  public boolean allows(State from, State to, Mover by) {
    return moves().contains(new Move(from, to, by));
  }

  /**
   * Goes on only with a move there is.
   *
   * @throws IllegalMove if there is none such
   */
  public void check(State from, State to, Mover by) {
    if (!allows(from, to, by)) {
      throw new IllegalMove(from, to, by);
    }
  }

  /** What the sender sees of a state: to legal providers and survivors' programs, less. */
  public State asSenderSees(State state) {
    return this == ORDINARY || !state.isFinal() || state.isSendersOwn() ? state : CLOSED;
  }

  private static List<Move> ordinary() {
    return Stream.of(
            written(),
            by(SENDER, SENT, RECALLED, CLIENT_DECLINED),
            by(SENDER, NEEDS_INFORMATION, SENT),
            by(SENDER, ACCEPTED, CLIENT_DECLINED),
            by(
                RECEIVER,
                SENT,
                ACCEPTED,
                NEEDS_INFORMATION,
                WAITLISTED,
                DECLINED,
                CLIENT_DECLINED,
                REROUTED),
            by(RECEIVER, WAITLISTED, ACCEPTED, DECLINED),
            by(RECEIVER, ACCEPTED, IN_SERVICE, UNABLE, CLIENT_DECLINED),
            by(RECEIVER, IN_SERVICE, ON_HOLD, COMPLETED, UNABLE),
            by(RECEIVER, ON_HOLD, IN_SERVICE),
            by(CLOCK, SENT, EXPIRED),
            by(CLOCK, WAITLISTED, EXPIRED),
            inError(SENT, NEEDS_INFORMATION, WAITLISTED, ACCEPTED, IN_SERVICE, ON_HOLD))
        .flatMap(moves -> moves)
        .toList();
  }

  private static List<Move> legal() {
    return Stream.of(
            written(),
            by(SENDER, SENT, RECALLED),
            by(RECEIVER, SENT, RECEIVED, CLOSED),
            by(RECEIVER, RECEIVED, APPOINTMENT_OFFERED, CLOSED),
            by(RECEIVER, APPOINTMENT_OFFERED, CLOSED),
            by(CLOCK, SENT, CLOSED),
            inError(SENT, RECEIVED, APPOINTMENT_OFFERED))
        .flatMap(moves -> moves)
        .toList();
  }

  private static List<Move> unseen() {
    return Stream.of(written(), by(SENDER, SENT, RECALLED), by(CLOCK, SENT, CLOSED), inError(SENT))
        .flatMap(moves -> moves)
        .toList();
  }

  private static Stream<Move> written() {
    return Stream.concat(by(SENDER, DRAFT, SENT, DISCARDED), inError(DRAFT));
  }

  private static Stream<Move> inError(State... from) {
    return Stream.of(from).map(state -> new Move(state, ENTERED_IN_ERROR, SENDER));
  }

  private static Stream<Move> by(Mover by, State from, State... to) {
    return Stream.of(to).map(state -> new Move(from, state, by));
  }
}
