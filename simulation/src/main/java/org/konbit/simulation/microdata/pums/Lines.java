package org.konbit.simulation.microdata.pums;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream, as bytes, one after another. A line longer than the bound is passed over
 * without being kept, so that a file of one endless line takes no more memory than any other.
 */
final class Lines implements AutoCloseable {
  private static final int END = -1;
  private static final int ROOM = 1 << 16;

  private final InputStream in;
  private final int longest;
  private final byte[] read = new byte[ROOM];
  private byte[] line = new byte[4096];
  private int at;
  private int filled;
  private int length;
  private boolean isTooLong;

  Lines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** Goes on to the next line; false at the end. */
  boolean next() throws IOException {
    length = 0;
    isTooLong = false;
    if (at == filled && !fill()) {
      return false;
    }
    int end = endOfLine();
    while (end == END) {
      keep(at, filled);
      if (!fill()) {
        withoutReturn();
        return true;
      }
      end = endOfLine();
    }
    keep(at, end);
    at = end + 1;
    withoutReturn();
    return true;
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(0, in.read(read));
    return filled > 0;
  }

  private int endOfLine() {
    for (int i = at; i < filled; i++) {
      if (read[i] == '\n') {
        return i;
      }
    }
    return END;
  }

  private void keep(int from, int to) {
    int more = to - from;
    isTooLong |= length + more > longest;
    if (isTooLong) {
      return;
    }
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.max(line.length * 2, length + more));
    }
    System.arraycopy(read, from, line, length, more);
    length += more;
  }

  private void withoutReturn() {
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
  }

  /** The line's bytes, from 0 to {@link #length}; those of a line too long are not whole. */
  byte[] bytes() {
    return line;
  }

  int length() {
    return length;
  }

  boolean isTooLong() {
    return isTooLong;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
