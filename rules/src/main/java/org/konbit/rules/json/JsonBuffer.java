package org.konbit.rules.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * JSON under construction, as UTF-8 bytes. A whole answer is some 100 kB of which most never
 * changes, so fragments are copied as bytes instead of being written name by name. Not thread-safe;
 * made to be used again after {@link #clear}.
 */
public final class JsonBuffer {
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes = new byte[1 << 16];
  private int size;

  /** Forgets what was written and keeps the room. */
  public void clear() {
    size = 0;
  }

  public int size() {
    return size;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }

  private void require(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  JsonBuffer raw(byte[] fragment) {
    require(fragment.length);
    System.arraycopy(fragment, 0, bytes, size, fragment.length);
    size += fragment.length;
    return this;
  }

  JsonBuffer raw(String ascii) {
    require(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      bytes[size++] = (byte) ascii.charAt(i);
    }
    return this;
  }

  JsonBuffer raw(char ascii) {
    require(1);
    bytes[size++] = (byte) ascii;
    return this;
  }

  /** Ends a line of JSON Lines. */
  public void lineBreak() {
    raw('\n');
  }

  /** Takes back a comma that turned out to be the last. */
  JsonBuffer withoutComma() {
    if (size > 0 && bytes[size - 1] == ',') {
      size--;
    }
    return this;
  }

  /** {@code "name":}, for names that need no escaping. */
  JsonBuffer name(String ascii) {
    return raw('"').raw(ascii).raw("\":");
  }

  /** The text in quotation marks, escaped. */
  JsonBuffer string(String text) {
    require(text.length() * 6 + 2);
    bytes[size++] = '"';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        i = codePoint(text, i);
      } else if (c == '"' || c == '\\') {
        bytes[size++] = '\\';
        bytes[size++] = (byte) c;
      } else if (c < ' ' || c == 0x7f) {
        escaped(c);
      } else {
        bytes[size++] = (byte) c;
      }
    }
    bytes[size++] = '"';
    return this;
  }

  private int codePoint(String text, int at) {
    int c = text.codePointAt(at);
    if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
      // Half a pair alone is no character, and would make the line undecodable.
      escaped(c);
      return at;
    }
    if (c < 0x800) {
      bytes[size++] = (byte) (0xc0 | (c >> 6));
    } else if (c < 0x10000) {
      bytes[size++] = (byte) (0xe0 | (c >> 12));
      bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3f));
    } else {
      bytes[size++] = (byte) (0xf0 | (c >> 18));
      bytes[size++] = (byte) (0x80 | ((c >> 12) & 0x3f));
      bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3f));
    }
    bytes[size++] = (byte) (0x80 | (c & 0x3f));
    return at + Character.charCount(c) - 1;
  }

  private void escaped(int c) {
    bytes[size++] = '\\';
    bytes[size++] = 'u';
    for (int shift = 12; shift >= 0; shift -= 4) {
      bytes[size++] = DIGITS[(c >> shift) & 0xf];
    }
  }

  JsonBuffer number(long value) {
    return raw(Long.toString(value));
  }

  /** Hundredths as a number with two places: 123456 is 1234.56. */
  JsonBuffer hundredths(long value) {
    long whole = Math.abs(value);
    if (value < 0) {
      raw('-');
    }
    long rest = whole % 100;
    return number(whole / 100).raw('.').raw((char) ('0' + rest / 10)).raw((char) ('0' + rest % 10));
  }

  JsonBuffer date(LocalDate date) {
    return raw('"').raw(date.toString()).raw('"');
  }
}
