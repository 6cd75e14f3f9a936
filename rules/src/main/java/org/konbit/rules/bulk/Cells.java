package org.konbit.rules.bulk;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;

/** The kinds of array that compiled code reads and writes. */
enum Cells {
  BYTES,
  SHORTS,
  INTS,
  LONGS;

  ClassDesc array() {
    return switch (this) {
      case BYTES -> ConstantDescs.CD_byte.arrayType();
      case SHORTS -> ConstantDescs.CD_short.arrayType();
      case INTS -> ConstantDescs.CD_int.arrayType();
      case LONGS -> ConstantDescs.CD_long.arrayType();
    };
  }

  static Cells of(Width width) {
    return switch (width) {
      case SAME -> throw new IllegalStateException("A column of one value is a constant.");
      case BYTE -> BYTES;
      case SHORT -> SHORTS;
      case INT -> INTS;
      case LONG -> LONGS;
    };
  }

  /** The narrowest that holds the range. */
  static Cells of(Range range) {
    for (Cells cells : values()) {
      int bits = 8 << Population.place(cells);
      if (bits == 64 || (range.least() >= -(1L << (bits - 1)) && range.most() < 1L << (bits - 1))) {
        return cells;
      }
    }
    return LONGS;
  }

  /**
   * What compiled code keeps between its steps: short cells save nothing worth their conversions.
   */
  static Cells scratch(Range range) {
    var narrowest = of(range);
    return narrowest == SHORTS ? INTS : narrowest;
  }

  Object rows(int count) {
    return switch (this) {
      case BYTES -> new byte[count];
      case SHORTS -> new short[count];
      case INTS -> new int[count];
      case LONGS -> new long[count];
    };
  }

  /** An array of these numbers. */
  Object of(long[] numbers) {
    var rows = rows(numbers.length);
    for (int i = 0; i < numbers.length; i++) {
      switch (rows) {
        case byte[] bytes -> bytes[i] = (byte) numbers[i];
        case short[] shorts -> shorts[i] = (short) numbers[i];
        case int[] ints -> ints[i] = (int) numbers[i];
        default -> ((long[]) rows)[i] = numbers[i];
      }
    }
    return rows;
  }
}
