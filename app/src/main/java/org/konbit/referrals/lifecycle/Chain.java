package org.konbit.referrals.lifecycle;

import java.util.List;
import java.util.UUID;

/**
 * The organisations a family was sent to one after another because each named the next.
 *
 * @param sender who sends
 * @param receivers in the order in which they were asked
 */
public record Chain(UUID sender, List<UUID> receivers) {
  /** How often a family may be sent on: each time it tells its story again. */
  public static final int LONGEST = 5;

  public Chain {
    receivers = List.copyOf(receivers);
  }

  /** Whether one more may be asked. */
  public Refusal next(UUID receiver) {
    if (receiver.equals(sender)) {
      return Refusal.OWN;
    }
    if (receivers.contains(receiver)) {
      return Refusal.CYCLE;
    }
    return receivers.size() >= LONGEST ? Refusal.TOO_LONG : Refusal.NONE;
  }

  /** Why a family cannot be sent there. */
  public enum Refusal {
    NONE,
    /** Within one organisation it is no referral. */
    OWN,
    /** It was asked before. */
    CYCLE,
    TOO_LONG
  }
}
