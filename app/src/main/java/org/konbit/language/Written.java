package org.konbit.language;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What people type, without what nobody sees. Nothing else of it is changed. */
public final class Written {
  // Joiners stay: Persian, Hindi and families of emoji are spelt with them.
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\u200c\\u200d\\n]]");
  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
  private static final Pattern SPACES_IN_LINE = Pattern.compile("[\\p{Z}\\s&&[^\\n]]+");

  // No text has them, and what turns the direction of letters round hides what a text says.
  private static final Pattern HARMFUL =
      Pattern.compile("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069&&[^\\t\\r\\n]]");

  private Written() {}

  /** As one line, such as a name. */
  public static String line(String typed) {
    return SPACES.matcher(visible(typed)).replaceAll(" ").strip();
  }

  /** With its line breaks. */
  public static String lines(String typed) {
    return SPACES_IN_LINE.matcher(visible(typed.replace("\r\n", "\n"))).replaceAll(" ").strip();
  }

  /**
   * Letter by letter as it was typed, spaces and signs of direction included, but for what no text
   * has: control characters, and those that turn round what stands after them.
   */
  public static String harmless(String typed) {
    return HARMFUL.matcher(typed).replaceAll("");
  }

  private static String visible(String typed) {
    String spaced = typed.replace('\t', ' ');
    return Normalizer.normalize(UNSEEN.matcher(spaced).replaceAll(""), Normalizer.Form.NFC);
  }
}
