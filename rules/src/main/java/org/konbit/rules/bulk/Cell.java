package org.konbit.rules.bulk;

import java.util.Arrays;

/** One number of every row of a chunk: in an array of whatever type, or the same for all. */
final class Cell {
  private static final byte[] NO_BYTES = {};
  private static final int[] NO_INTS = {};
  private static final long[] NO_LONGS = {};

  private final boolean isSame;
  private final long same;
  private final byte[] bytes;
  private final int[] ints;
  private final long[] longs;

  private Cell(boolean isSame, long same, byte[] bytes, int[] ints, long[] longs) {
    this.isSame = isSame;
    this.same = same;
    this.bytes = bytes;
    this.ints = ints;
    this.longs = longs;
  }

  static Cell same(long value) {
    return new Cell(true, value, NO_BYTES, NO_INTS, NO_LONGS);
  }

  static Cell of(Object array) {
    return switch (array) {
      case byte[] bytes -> new Cell(false, 0, bytes, NO_INTS, NO_LONGS);
      case int[] ints -> new Cell(false, 0, NO_BYTES, ints, NO_LONGS);
      default -> new Cell(false, 0, NO_BYTES, NO_INTS, (long[]) array);
    };
  }

  boolean isSame() {
    return isSame;
  }

  byte[] bytes() {
    return bytes;
  }

  long at(int row) {
    if (isSame) {
      return same;
    }
    return bytes.length != 0 ? bytes[row] : ints.length != 0 ? ints[row] : longs[row];
  }

  void widen(long[] into, int rows) {
    if (isSame) {
      Arrays.fill(into, 0, rows, same);
    } else if (bytes.length != 0) {
      for (int row = 0; row < rows; row++) {
        into[row] = bytes[row];
      }
    } else if (ints.length != 0) {
      for (int row = 0; row < rows; row++) {
        into[row] = ints[row];
      }
    } else {
      System.arraycopy(longs, 0, into, 0, rows);
    }
  }

  /** Copies the rows, with these bits of each changed. */
  void copy(int[] into, int from, int rows, int changed) {
    if (ints.length != 0) {
      for (int row = 0; row < rows; row++) {
        into[from + row] = ints[row] ^ changed;
      }
      return;
    }
    for (int row = 0; row < rows; row++) {
      into[from + row] = (int) at(row) ^ changed;
    }
  }
}
