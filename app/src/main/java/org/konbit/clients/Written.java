package org.konbit.clients;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What people type, without what nobody sees. Nothing else of it is changed. */
final class Written {
  // Joiners stay: Persian, Hindi and families of emoji are spelt with them.
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\u200c\\u200d\\n]]");
  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
  private static final Pattern SPACES_IN_LINE = Pattern.compile("[\\p{Z}\\s&&[^\\n]]+");

  private Written() {}

  /** As one line. */
  static String line(String typed) {
    return SPACES.matcher(visible(typed)).replaceAll(" ").strip();
  }

  /** With its line breaks. */
  static String lines(String typed) {
    return SPACES_IN_LINE.matcher(visible(typed.replace("\r\n", "\n"))).replaceAll(" ").strip();
  }

  private static String visible(String typed) {
    String spaced = typed.replace('\t', ' ');
    return Normalizer.normalize(UNSEEN.matcher(spaced).replaceAll(""), Normalizer.Form.NFC);
  }
}
