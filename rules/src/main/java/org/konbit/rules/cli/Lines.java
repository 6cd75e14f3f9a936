package org.konbit.rules.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The lines of a stream, as bytes. A line longer than anyone's document is passed over without
 * being held. One thread.
 */
final class Lines {
  /** Longer lines are refused, in bytes. */
  static final int LONGEST = 1 << 20;

  /** One line. */
  static final class Line {
    private final long number;
    private final byte[] bytes;
    private final boolean isTooLong;

    private Line(long number, byte[] bytes, boolean isTooLong) {
      this.number = number;
      this.bytes = bytes;
      this.isTooLong = isTooLong;
    }

    /** From 1. */
    long number() {
      return number;
    }

    /** What stands before the line break; nothing of a line that is too long. */
    byte[] bytes() {
      return bytes;
    }

    boolean isTooLong() {
      return isTooLong;
    }

    boolean isBlank() {
      for (byte b : bytes) {
        if (b != ' ' && b != '\t' && b != '\r') {
          return false;
        }
      }
      return !isTooLong;
    }
  }

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private long number;
  private byte[] line = new byte[1 << 12];
  private int length;

  Lines(InputStream in) {
    this.in = in;
  }

  /** The next line, or nothing at the end. */
  Optional<Line> next() throws IOException {
    length = 0;
    boolean isTooLong = false;
    if (!fill()) {
      return Optional.empty();
    }
    do {
      int stop = lineBreak();
      isTooLong |= length + stop - at > LONGEST;
      if (!isTooLong) {
        append(stop);
      }
      at = stop;
    } while (at == end && fill());
    // Past the line break, if one ended it.
    at = Math.min(at + 1, end);
    number++;
    var bytes = isTooLong ? new byte[0] : Arrays.copyOf(line, length);
    return Optional.of(new Line(number, bytes, isTooLong));
  }

  private boolean fill() throws IOException {
    if (at < end) {
      return true;
    }
    end = Math.max(0, in.read(buffer));
    at = 0;
    return end > 0;
  }

  private int lineBreak() {
    int stop = at;
    while (stop < end && buffer[stop] != '\n') {
      stop++;
    }
    return stop;
  }

  private void append(int stop) {
    int more = stop - at;
    if (line.length - length < more) {
      line = Arrays.copyOf(line, Math.max(line.length * 2, length + more));
    }
    System.arraycopy(buffer, at, line, length, more);
    length += more;
  }
}
