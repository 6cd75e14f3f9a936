package org.konbit.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map of so many things at most: one more, and what nobody has used for longest is forgotten. For
 * one thread at a time, also to read.
 */
public final class RecentlyUsed<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final int most;

  /**
   * @param most how many it holds at most
   */
  public RecentlyUsed(int most) {
    super(64, 0.75f, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
