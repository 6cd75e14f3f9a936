package org.konbit.vault;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A telephone number in E.164, without its extension.
 *
 * @param e164 such as {@code +16175550100}
 */
public record PhoneNumber(String e164) {
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
  // North American Numbering Plan: neither area code nor exchange begins with 0 or 1.
  private static final Pattern NORTH_AMERICA = Pattern.compile("\\+1[2-9]\\d{2}[2-9]\\d{6}");
  private static final Pattern EXTENSION =
      Pattern.compile(
          "(?:[,;#]|\\s*(?:x|ext|extension|int|ramal|poste)\\.?\\s*\\d).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern SEPARATORS = Pattern.compile("[\\s().\\-/\\u2010-\\u2015\\p{Cf}]");

  public PhoneNumber {
    if (!isPossible(e164)) {
      throw new IllegalArgumentException("A phone number is not in E.164.");
    }
  }

  private static boolean isPossible(String number) {
    return E164.matcher(number).matches()
        && (!number.startsWith("+1") || NORTH_AMERICA.matcher(number).matches());
  }

  /**
   * Reads a number as people write it: ten digits are a number in the United States or Canada, a
   * foreign one begins with + or 011.
   *
   * @return nothing if it can be no telephone number
   */
  public static Optional<PhoneNumber> read(String written) {
    String number = EXTENSION.matcher(digits(written.strip())).replaceFirst("");
    String bare = SEPARATORS.matcher(number).replaceAll("");
    String full =
        bare.startsWith("+")
            ? bare
            : bare.startsWith("011")
                ? "+" + bare.substring(3)
                : bare.length() == 11 && bare.startsWith("1") ? "+" + bare : "+1" + bare;
    return isPossible(full) ? Optional.of(new PhoneNumber(full)) : Optional.empty();
  }

  /** Digits of any script as ASCII ones. */
  private static String digits(String text) {
    var ascii = new StringBuilder();
    text.codePoints()
        .map(each -> Character.isDigit(each) ? '0' + Character.digit(each, 10) : each)
        .map(each -> each == '＋' ? '+' : each)
        .forEach(ascii::appendCodePoint);
    return ascii.toString();
  }

  /** The terms to keep. One number may be many people's: never link two records by it alone. */
  public Set<String> toKeep() {
    return Set.of(e164);
  }

  public Wanted toFind() {
    return new Wanted(java.util.List.of(Set.of(e164)));
  }

  @Override
  public String toString() { // a number in a log would name somebody
    return "PhoneNumber";
  }
}
