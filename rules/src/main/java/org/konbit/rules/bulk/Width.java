package org.konbit.rules.bulk;

import org.konbit.rules.household.Values;

/** In which type the rows of a column are held. */
enum Width {
  /** Every row is the same, so none is held. */
  SAME(0),
  BYTE(1),
  SHORT(2),
  INT(4),
  LONG(8);

  private final int bytes;

  Width(int bytes) {
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }

  /** The type's own least number, which stands for unknown; the next one stands for none. */
  long unknown() {
    return bytes == 8 ? Values.UNKNOWN : -(1L << (8 * bytes - 1));
  }

  long none() {
    return unknown() + 1;
  }

  boolean holds(long value) {
    return this != SAME && (!Values.isPresent(value) || (value > none() && value <= -none()));
  }

  /** The number as the type holds it. */
  long held(long value) {
    return Values.isPresent(value) ? value : value - Values.UNKNOWN + unknown();
  }

  /** What is meant by a number as the type holds it. */
  long meant(long held) {
    return held <= none() ? held - unknown() + Values.UNKNOWN : held;
  }

  /** The narrowest type that holds both numbers and is not narrower than this one. */
  Width widened(long one, long other) {
    for (Width width : values()) {
      if (width.compareTo(this) >= 0 && width.holds(one) && width.holds(other)) {
        return width;
      }
    }
    return LONG;
  }
}
