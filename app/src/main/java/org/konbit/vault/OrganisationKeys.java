package org.konbit.vault;

import java.util.List;
import java.util.UUID;

/**
 * The life of the acting organisation's key. Except {@link #destroy}, each takes part in the
 * caller's transaction or makes one of its own.
 */
public interface OrganisationKeys {
  /** What may be done with a key. */
  enum State {
    /** The organisation has sealed nothing yet. */
    NONE,
    OPEN,
    /** Kept, and refused to everybody until resumed. */
    SUSPENDED,
    /** Gone for good, and with it whatever it encrypted. */
    DESTROYED
  }

  /** The organisations that have, or had, a key. */
  List<UUID> organisations();

  State state();

  /**
   * Closes the key to everybody, on every node, from the next transaction on. Waits for the
   * transactions that are sealing now.
   *
   * @throws KeyRefused if there is none, or it was destroyed
   */
  void suspend();

  /**
   * Opens a suspended key again.
   *
   * @throws KeyRefused if there is none, or it was destroyed
   */
  void resume();

  /**
   * Destroys the key: nobody can read what it encrypted, here or in any backup that this
   * installation restores. First written to a log outside the database, which a restore replays.
   * There is no way back.
   *
   * @throws IllegalStateException inside a transaction, which could still be rolled back
   */
  void destroy();
}
