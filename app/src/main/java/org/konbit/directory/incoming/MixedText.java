package org.konbit.directory.incoming;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text that somebody put together from files of several programs: UTF-8, and line by line Windows
 * 1252 where it is none. Refuses to read on when one thing in it has no end.
 */
final class MixedText extends Reader {
  private static final Charset OLD = Charset.forName("windows-1252");
  private static final int BLOCK = 1 << 16;

  private final InputStream in;
  private final int longest;
  private byte[] bytes = new byte[BLOCK];
  private int filled;
  private boolean isOver;
  private String text = "";
  private int at;
  private long sinceBegan;

  private MixedText(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /**
   * @param longest the most characters of one thing, after which {@link #begin} is called
   */
  static Reader of(InputStream raw, int longest) throws IOException {
    var in = raw instanceof BufferedInputStream ? raw : new BufferedInputStream(raw, BLOCK);
    in.mark(3);
    byte[] first = in.readNBytes(3);
    in.reset();
    if (first.length >= 2 && (first[0] & 0xff) + (first[1] & 0xff) == 0xff + 0xfe) {
      return new InputStreamReader(in, StandardCharsets.UTF_16);
    }
    if (first.length == 3 && (first[0] & 0xff) == 0xef && (first[1] & 0xff) == 0xbb) {
      in.skipNBytes(3);
    }
    return new MixedText(in, longest);
  }

  /** A new thing begins. */
  static void begin(Reader reader) {
    if (reader instanceof MixedText mixed) {
      mixed.sinceBegan = 0;
    }
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    while (at == text.length()) {
      if (isOver && filled == 0) {
        return -1;
      }
      next();
    }
    int some = Math.min(length, text.length() - at);
    text.getChars(at, at + some, into, offset);
    at += some;
    sinceBegan += some;
    if (sinceBegan > longest) {
      throw new Unreadable(Unreadable.Reason.LARGE);
    }
    return some;
  }

  /** Reads a block up to the end of a line, or at least of a character. */
  private void next() throws IOException {
    int more = in.readNBytes(bytes, filled, BLOCK - filled);
    filled += more;
    isOver = filled < BLOCK;
    int end = isOver ? filled : endOfLine();
    text = decoded(bytes, end);
    at = 0;
    bytes = Arrays.copyOf(Arrays.copyOfRange(bytes, end, filled), BLOCK);
    filled -= end;
  }

  private int endOfLine() {
    for (int i = filled - 1; i >= 0; i--) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    for (int i = filled - 1; i >= 0; i--) {
      if (bytes[i] >= 0) { // ASCII: no character of several bytes goes across it
        return i + 1;
      }
    }
    return filled;
  }

  private static String decoded(byte[] bytes, int end) {
    try {
      return strict(bytes, 0, end);
    } catch (CharacterCodingException e) { // then line by line
      var text = new StringBuilder();
      for (int from = 0; from < end; ) {
        int to = from;
        while (to < end && bytes[to] != '\n') {
          to++;
        }
        to = Math.min(to + 1, end);
        text.append(line(bytes, from, to));
        from = to;
      }
      return text.toString();
    }
  }

  private static String line(byte[] bytes, int from, int to) {
    try {
      return strict(bytes, from, to);
    } catch (CharacterCodingException e) { // no UTF-8, so what such programs wrote before
      return new String(bytes, from, to - from, OLD);
    }
  }

  private static String strict(byte[] bytes, int from, int to) throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes, from, to - from))
        .toString();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
