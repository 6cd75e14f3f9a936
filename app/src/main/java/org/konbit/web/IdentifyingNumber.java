package org.konbit.web;

import java.util.regex.Pattern;

/**
 * Notices in what somebody typed what tells who a person is: an A-number, a Social Security or tax
 * number, a phone number, an e-mail address. Names look like any other word and are not noticed.
 */
public final class IdentifyingNumber {
  private static final Pattern ANY =
      Pattern.compile(
          String.join(
              "|",
              "\\bA[-#: ]{0,2}\\d{3}[- ]?\\d{3}[- ]?\\d{2,3}\\b", // as on immigration papers
              "\\b\\d{3}[- .]\\d{2}[- .]\\d{4}\\b", // as on a Social Security card
              "(?:\\+?1[- .]?)?\\(?\\b\\d{3}\\)?[- .]?\\d{3}[- .]?\\d{4}\\b", // a phone
              "\\b\\d{8,}\\b", // a case, a passport, an account
              "\\b[A-Z]{3}\\d{10}\\b", // a receipt of an application
              "\\S+@\\S+\\.\\S+"),
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HYPHENS = Pattern.compile("\\p{Pd}");

  private IdentifyingNumber() {}

  /** Whether a text holds one. */
  public static boolean isIn(String text) {
    return ANY.matcher(HYPHENS.matcher(plain(text)).replaceAll("-")).find();
  }

  // Arabic and full-width digits are digits too.
  private static String plain(String text) {
    var plain = new StringBuilder(text.length());
    text.codePoints()
        .map(each ->
            Character.isDigit(each)
                ? '0' + Character.digit(each, 10)
                : Character.isWhitespace(each) || Character.isSpaceChar(each) ? ' ' : each)
        .filter(each -> Character.getType(each) != Character.FORMAT)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
