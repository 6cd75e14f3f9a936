package org.konbit.rules.bulk;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import org.konbit.rules.household.Values;

/**
 * Whole numbers, one a row, in the narrowest type that holds them all; nothing at all while every
 * row is the same. Unknown and none are the type's two least numbers. Knows its least and its most,
 * from which the compiler proves that a calculation cannot go wrong.
 */
final class Column {
  private static final int ROOM = 64;
  private static final int SOME = 1_024;

  private final long same;
  private Width width = Width.SAME;
  private int size;
  private byte[] bytes = new byte[0];
  private short[] shorts = new short[0];
  private int[] ints = new int[0];
  private long[] longs = new long[0];
  private long least = Long.MAX_VALUE;
  private long most = Long.MIN_VALUE;
  private boolean hasUnknown;
  private boolean hasNone;

  /**
   * A column without rows.
   *
   * @param same what a row holds until it is set
   */
  Column(long same) {
    this.same = same;
  }

  /** One like this without rows, of which only is said that they lie in the range. */
  Column between(Range range) {
    var outline = new Column(same);
    outline.width = width;
    outline.least = range.least();
    outline.most = range.most();
    outline.hasUnknown = hasUnknown;
    outline.hasNone = hasNone;
    return outline;
  }

  /** One without rows, within which both lie. */
  Column or(Column other) {
    if (width == Width.SAME && other.width == Width.SAME && same == other.same) {
      return this;
    }
    var range = new Range(Math.min(least, other.least), Math.max(most, other.most));
    var outline = between(range);
    var wider = width.compareTo(other.width) < 0 ? other.width : width;
    outline.width = wider.widened(same, other.same);
    outline.hasUnknown = hasUnknown || other.hasUnknown;
    outline.hasNone = hasNone || other.hasNone;
    return outline;
  }

  /** Whether whatever is right of all rows of such a column is right of these. */
  boolean isWithin(Column outline) {
    if (outline.width == Width.SAME) {
      return width == Width.SAME && same == outline.same;
    }
    boolean isBetween = least > most || (outline.least <= least && most <= outline.most);
    return isBetween
        && width.compareTo(outline.width) <= 0
        && (outline.hasUnknown || !hasUnknown)
        && (outline.hasNone || !hasNone);
  }

  /** Makes it of so many rows at least; new ones hold the usual value, as all room beyond does. */
  void reach(int rows) {
    if (rows > size) {
      size = rows;
      note(same);
      reserve(rows);
    }
  }

  void add(long value) {
    set(size, value);
  }

  /** Sets a row, and makes there be as many. */
  void set(int row, long value) {
    reach(Math.addExact(row, 1));
    if (width == Width.SAME && value == same) {
      return;
    }
    note(value);
    if (!width.holds(value)) {
      widen(width.widened(value, same));
    }
    write(row, width.held(value));
  }

  /** A row, which holds the usual value where it was not reached. */
  long at(int row) {
    return row < size ? get(row) : same;
  }

  long get(int row) {
    return switch (width) {
      case SAME -> same;
      case BYTE -> width.meant(bytes[row]);
      case SHORT -> width.meant(shorts[row]);
      case INT -> width.meant(ints[row]);
      case LONG -> longs[row];
    };
  }

  /** Copies rows as they are meant. */
  void copy(int from, int rows, long[] into) {
    switch (width) {
      case SAME -> {
        Arrays.fill(into, 0, rows, same);
        return;
      }
      case LONG -> {
        System.arraycopy(longs, from, into, 0, rows);
        return;
      }
      case BYTE -> {
        for (int row = 0; row < rows; row++) {
          into[row] = bytes[from + row];
        }
      }
      case SHORT -> {
        for (int row = 0; row < rows; row++) {
          into[row] = shorts[from + row];
        }
      }
      case INT -> {
        for (int row = 0; row < rows; row++) {
          into[row] = ints[from + row];
        }
      }
    }
    if (hasUnknown || hasNone) {
      for (int row = 0; row < rows; row++) {
        into[row] = width.meant(into[row]);
      }
    }
  }

  /** A copy of the rows, of which each fits an {@code int} and none is left open. */
  int[] ints() {
    return (int[]) rows(Width.INT);
  }

  private void note(long value) {
    if (Values.isPresent(value)) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    } else {
      hasUnknown |= value == Values.UNKNOWN;
      hasNone |= value == Values.NONE;
    }
  }

  private void widen(Width wider) {
    var old = new Column(same);
    old.width = width;
    old.bytes = bytes;
    old.shorts = shorts;
    old.ints = ints;
    old.longs = longs;
    width = wider;
    bytes = new byte[0];
    shorts = new short[0];
    ints = new int[0];
    longs = new long[0];
    reserve(size);
    for (int row = 0; row < size; row++) {
      write(row, width.held(old.get(row)));
    }
  }

  private void write(int row, long held) {
    switch (width) {
      case SAME -> throw new IllegalStateException("A column of one value holds no rows.");
      case BYTE -> bytes[row] = (byte) held;
      case SHORT -> shorts[row] = (short) held;
      case INT -> ints[row] = (int) held;
      case LONG -> longs[row] = held;
    }
  }

  private void fill(int from, int to) {
    long held = width.held(same);
    switch (width) {
      case SAME -> {}
      case BYTE -> Arrays.fill(bytes, from, to, (byte) held);
      case SHORT -> Arrays.fill(shorts, from, to, (short) held);
      case INT -> Arrays.fill(ints, from, to, (int) held);
      case LONG -> Arrays.fill(longs, from, to, held);
    }
  }

  private void reserve(int rows) {
    int before = capacity();
    if (rows > before) {
      resize(Math.max(ROOM, Math.clamp(rows + (rows >> 1), rows, Integer.MAX_VALUE - 8)));
      fill(before, capacity());
    }
  }

  private int capacity() {
    return switch (width) {
      case SAME -> Integer.MAX_VALUE;
      case BYTE -> bytes.length;
      case SHORT -> shorts.length;
      case INT -> ints.length;
      case LONG -> longs.length;
    };
  }

  private void resize(int rows) {
    switch (width) {
      case SAME -> {}
      case BYTE -> bytes = Arrays.copyOf(bytes, rows);
      case SHORT -> shorts = Arrays.copyOf(shorts, rows);
      case INT -> ints = Arrays.copyOf(ints, rows);
      case LONG -> longs = Arrays.copyOf(longs, rows);
    }
  }

  /** Gives back the room that was kept for more rows, and looks again at what they hold. */
  void trim() {
    if (capacity() > size) {
      resize(size);
    }
    if (width == Width.SAME) {
      return;
    }
    // A row was the usual before it was set, so what was noted on the way may be of no row.
    var seen = new Column(same);
    var some = new long[Math.min(size, SOME)];
    for (int from = 0; from < size; from += some.length) {
      int rows = Math.min(some.length, size - from);
      copy(from, rows, some);
      seen.note(some, rows);
    }
    least = seen.least;
    most = seen.most;
    hasUnknown = seen.hasUnknown;
    hasNone = seen.hasNone;
  }

  private void note(long[] values, int rows) {
    long low = least;
    long high = most;
    int open = 0;
    for (int i = 0; i < rows; i++) {
      long value = values[i];
      boolean isPresent = Values.isPresent(value);
      low = Math.min(low, isPresent ? value : Long.MAX_VALUE);
      high = Math.max(high, isPresent ? value : Long.MIN_VALUE);
      open |= isPresent ? 0 : value == Values.UNKNOWN ? 1 : 2;
    }
    least = low;
    most = high;
    hasUnknown |= (open & 1) != 0;
    hasNone |= (open & 2) != 0;
  }

  Width width() {
    return width;
  }

  /** What every row holds, where {@link #width} says that all are the same. */
  long same() {
    return same;
  }

  int size() {
    return size;
  }

  /** The array of rows itself, for compiled code; empty where all rows are the same. */
  Object rows() {
    return switch (width) {
      case SAME, BYTE -> bytes;
      case SHORT -> shorts;
      case INT -> ints;
      case LONG -> longs;
    };
  }

  /** The rows as a wider type holds them. */
  Object rows(Width as) {
    return as == width ? rows() : rows(as, value -> value);
  }

  /**
   * A copy of the rows.
   *
   * @param changed what stands there in the place of a value
   */
  Object rows(Width as, LongUnaryOperator changed) {
    var wide = new Column(same);
    wide.width = as;
    wide.size = size;
    wide.resize(size);
    var some = new long[Math.min(size, SOME)];
    for (int from = 0; from < size; from += some.length) {
      int rows = Math.min(some.length, size - from);
      copy(from, rows, some);
      for (int i = 0; i < rows; i++) {
        long value = some[i];
        wide.write(from + i, as.held(Values.isPresent(value) ? changed.applyAsLong(value) : value));
      }
    }
    return wide.rows();
  }

  /** The least value there is, or more than {@link #most} where there is none. */
  long least() {
    return least;
  }

  long most() {
    return most;
  }

  /** From which to which number the rows are held, unknown and none included. */
  Range held() {
    long from = least;
    if (hasUnknown) {
      from = width.unknown();
    } else if (hasNone) {
      from = width.none();
    }
    long to = Math.max(most, from);
    return new Range(from, hasNone ? Math.max(to, width.none()) : to);
  }

  boolean hasUnknown() {
    return hasUnknown;
  }

  boolean hasNone() {
    return hasNone;
  }

  long bytes() {
    return (long) width.bytes() * capacityHeld();
  }

  private long capacityHeld() {
    return width == Width.SAME ? 0 : capacity();
  }
}
