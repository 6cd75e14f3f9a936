package org.konbit.referrals.exchange;

import java.time.Clock;
import java.util.UUID;
import org.konbit.referrals.lifecycle.Outcome;
import org.konbit.referrals.lifecycle.State;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What follows for the receiver once a referral has moved: what is no longer shared is removed, a
 * place that nobody needs is free again. It can be done any number of times, and the clock does it
 * for whatever was cut off.
 */
@Component
class Settling {
  private final Statuses statuses;
  private final Handovers handovers;
  private final Places places;
  private final TransactionOperations transactions;
  private final Clock clock;

  Settling(
      Statuses statuses,
      Handovers handovers,
      Places places,
      TransactionOperations transactions,
      Clock clock) {
    this.statuses = statuses;
    this.handovers = handovers;
    this.places = places;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Brings the receiver's side of one referral into order; outside any transaction. */
  void settle(UUID receiver, UUID referral) {
    Handovers.konbitFor(receiver, "handover over")
        .run(() -> transactions.executeWithoutResult(_ -> settled(referral)));
  }

  private void settled(UUID referral) {
    statuses
        .one(referral)
        .ifPresent(status -> {
          if (!status.isShared(clock.instant())) {
            handovers.remove(referral);
          }
          if (!status.state().holdsAPlace()) {
            places.letGo(referral, isUsed(status));
          }
        });
  }

  /** Whether somebody was served; how a legal matter ended is not known, and so it counts. */
  private static boolean isUsed(Status status) {
    return status.state() == State.CLOSED || status.outcome().filter(Outcome::isServed).isPresent();
  }
}
