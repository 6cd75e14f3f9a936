package org.konbit.language;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Values that are made once for each key and looked up ever after, by many threads at once.
 *
 * <p>A map's own {@code computeIfAbsent} may lock even for a key that is there. A virtual thread
 * that has to wait for such a lock gets its turn again behind whatever else comes in: under load
 * after seconds.
 */
public final class MadeOnce<K, V> {
  private final ConcurrentMap<K, V> values = new ConcurrentHashMap<>();

  /** The value of the key, made now if it is the first time. */
  public V of(K key, Function<? super K, ? extends V> make) {
    var found = values.get(key);
    return found == null ? values.computeIfAbsent(key, make) : found;
  }
}
