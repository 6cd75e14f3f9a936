package org.konbit.database;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How many of the connections one organisation may hold at once. However much one has to do, or
 * however slow it is, some are left for the others.
 */
final class FairShare {
  private final int each;
  private final Duration patience;
  private final Map<UUID, Semaphore> shares = new ConcurrentHashMap<>();

  /**
   * What a thread holds.
   *
   * @param depth of transactions begun inside one another: waiting for itself, one would never end
   */
  private record Turn(UUID organisation, Semaphore share, int depth) {}

  /**
   * @param each connections that one organisation may hold
   * @param patience how long one more waits for its turn
   */
  FairShare(int each, Duration patience) {
    this.each = each;
    this.patience = patience;
  }

  /**
   * Takes this thread's turn, which {@link #giveBack} ends.
   *
   * @throws TooBusy if none came free in time
   */
  void take(UUID organisation) {
    var turn = turn();
    if (turn != null) {
      keep(new Turn(turn.organisation(), turn.share(), turn.depth() + 1));
      return;
    }
    var share = shares.computeIfAbsent(organisation, _ -> new Semaphore(each, true));
    if (!isTaken(share)) {
      throw new TooBusy();
    }
    keep(new Turn(organisation, share, 1));
  }

  /** Ends the turn that this thread took last, if it took one. */
  void giveBack() {
    var turn = turn();
    if (turn == null) {
      return;
    }
    if (turn.depth() > 1) {
      keep(new Turn(turn.organisation(), turn.share(), turn.depth() - 1));
      return;
    }
    TransactionSynchronizationManager.unbindResource(this);
    turn.share().release();
    // Ids come from links too, which anybody can make up: what is idle is not remembered.
    shares.computeIfPresent(turn.organisation(), (_, share) -> isIdle(share) ? null : share);
  }

  private @Nullable Turn turn() {
    return (Turn) TransactionSynchronizationManager.getResource(this);
  }

  private void keep(Turn turn) {
    TransactionSynchronizationManager.unbindResourceIfPossible(this);
    TransactionSynchronizationManager.bindResource(this, turn);
  }

  private boolean isIdle(Semaphore share) {
    return share.availablePermits() == each && !share.hasQueuedThreads();
  }

  private boolean isTaken(Semaphore share) {
    try {
      return share.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
