package org.konbit.rules.bulk;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/** A function of one number, tabulated over all values that number can have. */
final class Lookup {
  // The days from the year 1 to the year 9999: more is no date.
  private static final long MOST = 3_700_000;

  private final long base;
  private final long[] values;
  private final int rises;

  private Lookup(long base, long[] values) {
    this.base = base;
    this.values = values;
    this.rises = direction(values);
  }

  /** The number of the first value. */
  long base() {
    return base;
  }

  long at(long number) {
    return values[(int) (number - base)];
  }

  /** The values themselves, which nobody changes. */
  long[] values() {
    return values;
  }

  /** 1 where it never falls, -1 where it never rises, 0 where it does both. */
  int rises() {
    return rises;
  }

  static boolean fits(Range range) {
    return range.count() <= MOST;
  }

  static Lookup of(Range range, LongUnaryOperator function) {
    var values = new long[Math.toIntExact(range.count())];
    for (int i = 0; i < values.length; i++) {
      values[i] = function.applyAsLong(range.least() + i);
    }
    return new Lookup(range.least(), values);
  }

  /** The values from a first number on, which nobody changes. */
  static Lookup of(long base, long[] values) {
    return new Lookup(base, values);
  }

  private static int direction(long[] values) {
    boolean rises = true;
    boolean falls = true;
    for (int i = 1; i < values.length; i++) {
      rises &= values[i] >= values[i - 1];
      falls &= values[i] <= values[i - 1];
    }
    return rises ? 1 : falls ? -1 : 0;
  }

  Range range() {
    long least = values[0];
    long most = values[0];
    for (long value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return new Range(least, most);
  }

  /** For a function that rises or falls: the first number whose value is (not) below the limit. */
  long turn(long limit) {
    int from = 0;
    int to = values.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      boolean isBefore = rises > 0 ? values[middle] < limit : values[middle] >= limit;
      if (isBefore) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return base + from;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Lookup lookup
        && base == lookup.base
        && Arrays.equals(values, lookup.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
