package org.konbit.referrals.lifecycle;

/** Somebody wanted to move a referral where it cannot go from where it is. */
public final class IllegalMove extends RuntimeException {
  private final State from;
  private final State to;
  private final Mover by;

  IllegalMove(State from, State to, Mover by) {
    super(
        "A referral does not go from (%s) to (%s) by the %s.\nLook at how far it has come."
            .formatted(from, to, by));
    this.from = from;
    this.to = to;
    this.by = by;
  }

  public State from() {
    return from;
  }

  public State to() {
    return to;
  }

  public Mover by() {
    return by;
  }
}
