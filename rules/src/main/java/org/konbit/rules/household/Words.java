package org.konbit.rules.household;

import java.nio.charset.StandardCharsets;

/** Turns words (answers, group codes, program ids) into numbers that compare as the words do. */
public final class Words {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Words() {}

  /**
   * The word's code: FNV-1a, 62 bits, never negative. Packs are checked at load for two words of
   * one code, so that equal codes mean equal words.
   */
  public static long code(String word) {
    long hash = OFFSET;
    for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * PRIME;
    }
    return hash >>> 2;
  }
}
