package org.konbit.rules.bulk;

import java.util.HashMap;
import java.util.Map;
import org.konbit.rules.household.Household;

/**
 * Where the claims of a chunk stand: in one array of words, of which each claim has as many as a
 * chunk has 64 rows.
 */
final class Slots {
  /** A chunk's columns then stay in the processor's own memory; fewer rows cost more calls. */
  static final int ROWS = 2_048;

  /** A chunk ends with its last household, so it may have some more rows. */
  static final int ROOM = ROWS + Household.MAX_MEMBERS;

  /** One word more than there are rows for, which is read beyond the last household. */
  static final int WORDS = (ROOM + Long.SIZE - 1) / Long.SIZE + 1;

  /** The place of the array of words among all arrays. */
  static final int ARRAY = 0;

  private final Map<Node, Integer> slots = new HashMap<>();
  private int used;

  /** Keeps room for so many claims one after another; the first one's number. */
  int keep(int count) {
    used += count;
    return used - count;
  }

  void put(Node node, int slot) {
    slots.put(node, slot);
  }

  /** The place of the first word of the node's claims. */
  int at(Node node) {
    var slot = slots.get(node);
    if (slot == null) {
      throw new IllegalStateException("(%s) is not kept in words.".formatted(node));
    }
    return slot * WORDS;
  }

  /** The words of one worker. */
  long[] words() {
    return new long[Math.max(1, used) * WORDS];
  }
}
