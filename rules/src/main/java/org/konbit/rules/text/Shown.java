package org.konbit.rules.text;

/**
 * A stranger's text as a message may show it: short, and with nothing in it that a terminal, a page
 * or a reader's eye could take for more than text.
 */
public final class Shown {
  private static final int MOST = 40;

  private Shown() {}

  /** At most 40 characters; markup, quotation marks and invisible characters are escaped. */
  public static String of(String value) {
    return of(value, MOST);
  }

  static String of(String value, int most) {
    var out = new StringBuilder(most);
    for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
      var piece = escaped(value.codePointAt(i));
      if (out.length() + piece.length() > most - 1) {
        return out.append('…').toString();
      }
      out.append(piece);
    }
    return out.toString();
  }

  private static String escaped(int c) {
    boolean isMarkup = c == '<' || c == '>' || c == '&' || c == '"' || c == '\'' || c == '\\';
    return isPlain(c) && !isMarkup
        ? Character.toString(c)
        : c <= 0xffff ? "\\u%04x".formatted(c) : "\\u{%x}".formatted(c);
  }

  /** Whether the character shows itself and nothing else, without moving what stands around it. */
  static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
