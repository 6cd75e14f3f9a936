package org.konbit.vault.seal;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.konbit.database.Acting;
import org.konbit.vault.KeyRefused;
import org.konbit.vault.transaction.PerTransaction;
import org.springframework.stereotype.Component;

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
  private final PerTransaction<Found> found = new PerTransaction<>(Found.class);

  Rings(RingRows rows) {
    this.rows = rows;
  }

  /** The keys, to open what was sealed. */
  Ring toOpen() {
    var bound = found.get();
    return bound.isPresent() ? bound.get().ring() : bind(find(organisation()), false);
  }

  /** The keys as they stand now, for a value sealed after this transaction first looked. */
  Ring newer() {
    return bind(find(organisation()), found.get().filter(Found::maySeal).isPresent());
  }

  /** The keys, to seal: nobody changes them until the transaction ends. */
  Ring toSeal() {
    var bound = found.get();
    if (bound.isPresent() && bound.get().maySeal()) {
      return bound.get().ring();
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
    var bound = found.get();
    return (bound.isPresent() ? bound.get().ring() : toSeal()).indexKey(field);
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
              .formatted(organisation, state.state().toLowerCase(Locale.ROOT)));
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
    PerTransaction.mustBeOpen("Sealed fields");
    var actor = Acting.now();
    return actor
        .actingFor()
        .orElseThrow(() -> new IllegalStateException("No organisation acts: nothing to seal for."));
  }

  private Ring bind(Ring ring, boolean maySeal) {
    return found.keep(new Found(ring, maySeal)).ring();
  }
}
