package org.konbit.simulation.microdata.pums;

import java.nio.charset.Charset;

/**
 * A line of bytes, cut into cells where a sign stands between them. A five-year file has some 280
 * cells a line, of which a third is looked at, so a cell becomes a text only when it is asked for.
 */
final class Split {
  private static final int MOST_DIGITS = 9;

  private final int width;
  private final byte between;
  private final Charset charset;
  private final int[] starts;
  private byte[] bytes = new byte[0];
  private int found;

  /**
   * For lines of one file.
   *
   * @param width how many cells there are to be
   */
  Split(int width, char between, Charset charset) {
    this.width = width;
    this.between = (byte) between;
    this.charset = charset;
    starts = new int[width + 1];
  }

  /** Cuts a line; its bytes are looked at again when cells are asked for. */
  void line(byte[] line, int length) {
    bytes = line;
    found = 0;
    starts[0] = 0;
    for (int i = 0; i < length; i++) {
      if (line[i] == between) {
        found++;
        if (found <= width) {
          starts[found] = i + 1;
        }
      }
    }
    found++;
    if (found == width) {
      starts[width] = length + 1;
    }
  }

  /** How many cells the line has. */
  int found() {
    return found;
  }

  String cell(int place) {
    int from = starts[place];
    return new String(bytes, from, starts[place + 1] - 1 - from, charset).strip();
  }

  /** As {@link Rows#digits}. */
  int digits(int place) {
    int from = starts[place];
    int to = starts[place + 1] - 1;
    if (from == to || to - from > MOST_DIGITS) {
      return Rows.NO_DIGITS;
    }
    boolean isNegative = bytes[from] == '-';
    int value = 0;
    for (int i = isNegative ? from + 1 : from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return Rows.NO_DIGITS;
      }
      value = value * 10 + digit;
    }
    return isNegative && to - from == 1 ? Rows.NO_DIGITS : isNegative ? -value : value;
  }
}
