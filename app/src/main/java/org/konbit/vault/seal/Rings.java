package org.konbit.vault.seal;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.konbit.database.Acting;
import org.konbit.vault.KeyRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The acting organisation's keys, unwrapped once and kept in memory. What is kept is used only
 * after the database said, in this very transaction, that it still stands: a key that was rotated,
 * suspended or destroyed by another process dies here at the same moment.
 */
@Component
public class Rings {
  /** What a transaction found. */
  private record Found(Ring ring, boolean maySeal) {}

  private final RingRows rows;
  private final Map<UUID, Ring> kept = new ConcurrentHashMap<>();

  Rings(RingRows rows) {
    this.rows = rows;
  }

  /** The keys, to open what was sealed. */
  Ring toOpen() {
    var found = bound();
    return found.isPresent() ? found.get().ring() : bind(find(organisation()), false);
  }

  /** The keys as they stand now, for a value sealed after this transaction first looked. */
  Ring newer() {
    return bind(find(organisation()), bound().filter(Found::maySeal).isPresent());
  }

  /** The keys, to seal: nobody changes them until the transaction ends. */
  Ring toSeal() {
    var found = bound();
    if (found.isPresent() && found.get().maySeal()) {
      return found.get().ring();
    }
    UUID organisation = organisation();
    rows.lockForSealing(organisation);
    if (rows.state().isEmpty()) {
      rows.make(organisation);
      // Not kept: the transaction that made them may yet be rolled back.
      return bind(rows.load(organisation).orElseThrow(() -> none(organisation)), true);
    }
    return bind(find(organisation), true);
  }

  /**
   * The key of a blind index of the acting organisation.
   *
   * @param field which index
   * @return 32 bytes
   */
  public byte[] indexKey(String field) {
    // As for sealing: what is indexed is about to be stored, or looked for in what was.
    var found = bound();
    return (found.isPresent() ? found.get().ring() : toSeal()).indexKey(field);
  }

  void forget(UUID organisation) {
    kept.remove(organisation);
  }

  private Ring find(UUID organisation) {
    var state = rows.state().orElseThrow(() -> none(organisation));
    if (!state.state().equals("OPEN")) {
      forget(organisation);
      throw new KeyRefused(
          "The key of organisation (%s) is %s."
              .formatted(organisation, state.state().toLowerCase(java.util.Locale.ROOT)));
    }
    var ring = kept.get(organisation);
    if (ring != null && ring.version() == state.version()) {
      return ring;
    }
    var loaded = rows.load(organisation).orElseThrow(() -> none(organisation));
    kept.put(organisation, loaded);
    return loaded;
  }

  private static KeyRefused none(UUID organisation) {
    return new KeyRefused("Organisation (%s) has no key.".formatted(organisation));
  }

  private static UUID organisation() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "Sealed fields want an open transaction.\nPut @Transactional on the service.");
    }
    var actor = Acting.now();
    return actor
        .actingFor()
        .orElseThrow(() -> new IllegalStateException("No organisation acts: nothing to seal for."));
  }

  private Optional<Found> bound() {
    return Optional.ofNullable((Found) TransactionSynchronizationManager.getResource(this));
  }

  private Ring bind(Ring ring, boolean maySeal) {
    if (TransactionSynchronizationManager.unbindResourceIfPossible(this) == null) {
      TransactionSynchronizationManager.registerSynchronization(new Unbinding());
    }
    TransactionSynchronizationManager.bindResource(this, new Found(ring, maySeal));
    return ring;
  }

  /** What one transaction found is not another's, be it inside the first. */
  private final class Unbinding implements TransactionSynchronization {
    private Optional<Object> suspended = Optional.empty();

    @Override
    public void suspend() {
      suspended =
          Optional.ofNullable(
              TransactionSynchronizationManager.unbindResourceIfPossible(Rings.this));
    }

    @Override
    public void resume() {
      suspended.ifPresent(
          found -> TransactionSynchronizationManager.bindResource(Rings.this, found));
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(Rings.this);
    }
  }
}
