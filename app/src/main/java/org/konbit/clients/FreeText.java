package org.konbit.clients;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.konbit.language.Written;

/**
 * Looks through what somebody writes in their own words for what Konbit keeps nowhere: numbers that
 * governments give, and words that tell a person's immigration status. It finds the common forms,
 * not every one; whoever writes remains responsible.
 */
public final class FreeText {
  /** What was found. */
  public enum Found {
    /** A social security, taxpayer, alien or receipt number. */
    NUMBER,
    /** A word or the name of a form that tells a status. */
    STATUS;

    /** The problem's name, at the end of a message key. */
    public String problem() {
      return "unkept-" + name().toLowerCase(Locale.ROOT);
    }
  }

  private static final String SEP = "[ .\\-\\u2010-\\u2015]?";
  private static final List<Pattern> NUMBERS =
      List.of(
          // Alien number: A and 7 to 9 digits.
          Pattern.compile("(?<![\\p{L}\\d])a" + SEP + "(?:\\d" + SEP + "){6,8}\\d(?!\\d)"),
          // Receipt: the letters of a service center and ten digits.
          Pattern.compile(
              "(?<!\\p{L})(?:eac|ioe|lin|msc|nbc|src|tsc|vsc|wac|ysc)"
                  + SEP
                  + "\\d{2}"
                  + SEP
                  + "\\d{3}"
                  + SEP
                  + "\\d{5}(?!\\d)"),
          // Social security and taxpayer numbers.
          Pattern.compile(
              "(?<!\\d)\\d{3}[ \\-\\u2010-\\u2015]\\d{2}[ \\-\\u2010-\\u2015]\\d{4}(?!\\d)"),
          Pattern.compile("(?<![\\d+])\\d{9}(?!\\d)"));
  private static final Pattern FORM =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:i[ \\-]?(?:94|130|140|360|485|539|589|601a?|730|751|765|821d?|864|881|914|918)"
              + "|n[ \\-]?(?:400|600)|eoir[ \\-]?\\d+)(?![\\p{L}\\d])");
  private static final Transliterator PLAIN =
      Transliterator.getInstance("NFD; [:Nonspacing Mark:] Remove; NFC; Lower");
  private static final List<Pattern> WORDS = words();

  private FreeText() {}

  /** What of it is kept nowhere; nothing if nothing was found. */
  public static Optional<Found> unkept(String text) {
    String plain = plain(text);
    if (NUMBERS.stream().anyMatch(each -> each.matcher(plain).find())) {
      return Optional.of(Found.NUMBER);
    }
    return FORM.matcher(plain).find() || WORDS.stream().anyMatch(each -> each.matcher(plain).find())
        ? Optional.of(Found.STATUS)
        : Optional.empty();
  }

  /**
   * Refuses a text in which something is found that is kept nowhere.
   *
   * @throws IllegalArgumentException if there is; a form tells it before
   */
  static void check(String text) {
    unkept(text)
        .ifPresent(found -> {
          throw new IllegalArgumentException(
              "A text holds what is kept nowhere (%s).\nIt is left out.".formatted(found));
        });
  }

  /** Without accents, case and invisible signs, digits of any script as ASCII ones. */
  private static String plain(String text) {
    var plain = new StringBuilder();
    // Two letters that no mark is taken from.
    PLAIN
        .transliterate(Normalizer2.getNFKCInstance().normalize(Written.lines(text)))
        .replace('đ', 'd')
        .replace('\n', ' ')
        .codePoints()
        .map(each -> Character.isDigit(each) ? '0' + Character.digit(each, 10) : each)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static List<Pattern> words() {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    FreeText.class.getResourceAsStream("/clients/status-words.txt")),
                StandardCharsets.UTF_8))) {
      return in.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(FreeText::word)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Pattern word(String line) {
    boolean isBeginning = line.endsWith("*");
    String plain = plain(isBeginning ? line.substring(0, line.length() - 1) : line);
    String quoted = Pattern.quote(plain).replace(" ", "\\E[ \\-]+\\Q");
    // Chinese has no spaces, and Arabic puts articles before its words.
    boolean isApart =
        Character.UnicodeScript.of(plain.codePointAt(0)) == Character.UnicodeScript.LATIN;
    return Pattern.compile(
        isApart ? "(?<![\\p{L}\\d])" + quoted + (isBeginning ? "" : "(?![\\p{L}\\d])") : quoted);
  }
}
