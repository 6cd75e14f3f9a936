package org.konbit.rules.bulk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A claim for every person of a population, a bit each. Workers write neighbouring rows at the same
 * time, so a word that two may share is changed as one piece.
 */
final class Bits {
  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  // Brings the lowest bit of each of eight bytes, in their order, into the highest byte.
  private static final long TOGETHER = 0x0102040810204080L;

  private final long[] words;

  Bits(int rows) {
    words = new long[(rows >>> 6) + 1];
  }

  boolean get(int row) {
    return ((words[row >>> 6] >>> row) & 1) != 0;
  }

  void set(int row, boolean holds) {
    if (holds) {
      WORD.getAndBitwiseOr(words, row >>> 6, 1L << row);
    } else {
      WORD.getAndBitwiseAnd(words, row >>> 6, ~(1L << row));
    }
  }

  /** Sets the bits from a row on as the claims' words say; they were 0 before. */
  void write(int from, long[] claims, int at, int rows) {
    int first = from >>> 6;
    int last = (from + rows - 1) >>> 6;
    long before = 0;
    for (int word = first; word <= last; word++) {
      long held = claims[at + word - first];
      long bits = held << from | before;
      // In two steps: of 64 bits none would be shifted at all.
      before = held >>> 1 >>> ~from;
      if (word == first) {
        bits &= -1L << from;
      }
      if (word == last) {
        bits &= -1L >>> ~(from + rows - 1);
      }
      if (word == first || word == last) {
        WORD.getAndBitwiseOr(words, word, bits);
      } else {
        words[word] = bits;
      }
    }
  }

  /** The claims of 64 rows, a byte each, as one word. */
  static long word(byte[] claims, int row) {
    long word = 0;
    for (int eight = 0; eight < 8; eight++) {
      long bytes = (long) EIGHT.get(claims, row + eight * 8);
      word |= ((bytes * TOGETHER) >>> 56) << (eight * 8);
    }
    return word;
  }

  /** Sets the bits of rows from one on. */
  void fill(int from, int rows) {
    int row = from;
    while (row < from + rows) {
      int end = Math.min(from + rows, (row | 63) + 1);
      long mask = (-1L >>> (64 - (end - row))) << row;
      WORD.getAndBitwiseOr(words, row >>> 6, mask);
      row = end;
    }
  }

  /** How many bits are set. */
  long count() {
    long count = 0;
    for (long word : words) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /** The sum of the weights of the rows whose bits are set. */
  long sum(int[] weights) {
    long sum = 0;
    for (int at = 0; at < words.length; at++) {
      for (long rest = words[at]; rest != 0; rest &= rest - 1) {
        sum += weights[(at << 6) + Long.numberOfTrailingZeros(rest)];
      }
    }
    return sum;
  }

  long bytes() {
    return 8L * words.length;
  }
}
