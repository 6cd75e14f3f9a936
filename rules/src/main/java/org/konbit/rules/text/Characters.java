package org.konbit.rules.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Looks at the raw characters of a text before any parser does. */
final class Characters {
  /** In bytes, and for text already decoded in characters. */
  static final int MOST = 2_000_000;

  /** Levels of lists and names inside each other. */
  static final int DEEPEST = 64;

  private static final String TOO_LARGE = "The text is larger than 2 MB.";

  private Characters() {}

  /** What the reader makes of the bytes, once they are known to be UTF-8. */
  static Parsed read(String file, byte[] bytes, BiFunction<String, String, Parsed> reader) {
    return switch (decode(file, bytes)) {
      case Decoded.Text(var text) -> reader.apply(file, text);
      case Decoded.Undecodable(var problem) -> new Parsed.Refused(List.of(problem));
    };
  }

  /** What the reader makes of the text, once nothing stands in it that no text may contain. */
  static Parsed read(String file, String text, Function<String, Parsed> reader) {
    var refused = refused(file, text);
    return refused.isPresent()
        ? new Parsed.Refused(List.of(refused.get()))
        : reader.apply(unmarked(text));
  }

  static Decoded decode(String file, byte[] bytes) {
    if (bytes.length > MOST) {
      return new Decoded.Undecodable(Problem.at(file, 1, 1, TOO_LARGE));
    }
    if (looksLikeUtf16(bytes)) {
      return new Decoded.Undecodable(
          Problem.at(file, 1, 1, "The text is in UTF-16 or UTF-32.")
              .withRemedy("Save it as UTF-8."));
    }
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      return new Decoded.Text(decoder.decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notUtf8) {
      return new Decoded.Undecodable(undecodable(file, bytes));
    }
  }

  private static boolean looksLikeUtf16(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean isMarked = (first == 0xfe && second == 0xff) || (first == 0xff && second == 0xfe);
    return isMarked || first == 0 || second == 0;
  }

  private static Problem undecodable(String file, byte[] bytes) {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length);
    decoder.decode(in, out, true);
    var before = out.flip().toString();
    return at(file, before, before.length(), "The text is not UTF-8 here.")
        .withRemedy("Save it as UTF-8.");
  }

  /** What no text may contain. A tab, a line break and a mark at its very start are fine. */
  private static Optional<Problem> refused(String file, String text) {
    if (text.length() > MOST) {
      return Optional.of(Problem.at(file, 1, 1, TOO_LARGE));
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSuspect(c) && !isAllowed(text, i)) {
        var message = "The character (%s) cannot stand in a text.".formatted(Shown.of("" + c));
        return Optional.of(
            at(file, text, i, message)
                .withRemedy(
                    "It shows nothing and may mislead: delete it and type the text again."));
      }
    }
    return Optional.empty();
  }

  private static boolean isSuspect(char c) {
    return c < ' ' || (c >= 0x7f && c < 0xa0) || c >= 0x2028;
  }

  private static boolean isAllowed(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
    boolean isBreak = c == '\t' || c == '\n' || c == '\r';
    boolean isMark = c == 0xfeff && i == 0;
    // Direction marks can make a citation or a limit read otherwise than it is (CVE-2021-42574).
    boolean turns = (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    return isBreak || isMark || (c >= 0x2028 && !turns && c < 0xfffe && c != 0xfeff);
  }

  static Problem at(String file, String text, int offset, String message) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < offset; i++) {
      char c = text.charAt(i);
      boolean isFirstOfTwo = c == '\r' && text.startsWith("\n", i + 1);
      if (c == '\n' || (c == '\r' && !isFirstOfTwo)) {
        line++;
        start = i + 1;
      }
    }
    return Problem.at(file, line, text.codePointCount(start, offset) + 1, message);
  }

  /** The text without the mark that some editors put before it. */
  private static String unmarked(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }
}
