package org.konbit.screening.saved;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Codes that people can write on paper and type into another phone: six words where there is a list
 * of them in the language, five groups of four digits elsewhere. Either has 66 bits.
 */
@Component
public class Codes {
  static final List<String> LISTS = List.of("en", "es", "pt-BR");
  static final int WORDS = 6;
  static final int DIGITS = 20;

  /** As many letters of a word as tell it from every other of its list. */
  static final int TELLING = 4;

  private static final int GROUP = 4;
  private static final int LONGEST = 200;
  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

  private final Map<String, List<String>> lists = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> byBeginning = new LinkedHashMap<>();

  Codes() {
    for (String tag : LISTS) {
      var words = read(tag);
      var beginnings = new TreeMap<String, String>();
      words.forEach(word -> beginnings.put(beginning(word), word));
      lists.put(tag, words);
      byBeginning.put(tag, beginnings);
    }
  }

  private static List<String> read(String tag) {
    var file = "/codes/" + tag + ".txt";
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Codes.class.getResourceAsStream(file)),
                StandardCharsets.UTF_8))) {
      return in.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String beginning(String word) {
    return word.length() <= TELLING ? word : word.substring(0, TELLING);
  }

  List<String> words(String tag) {
    return lists.getOrDefault(tag, List.of());
  }

  /** A code for readers of the language, as it is shown, out of at least 16 random bytes. */
  String make(String language, byte[] random) {
    var number = new BigInteger(1, random);
    var words = words(language);
    var parts = new ArrayList<String>();
    if (words.isEmpty()) {
      var digits = number.mod(BigInteger.TEN.pow(DIGITS)).toString();
      var whole = "0".repeat(DIGITS - digits.length()) + digits;
      for (int i = 0; i < DIGITS; i += GROUP) {
        parts.add(whole.substring(i, i + GROUP));
      }
    } else {
      for (int i = 0; i < WORDS; i++) {
        var parted = number.divideAndRemainder(BigInteger.valueOf(words.size()));
        parts.add(words.get(parted[1].intValue()));
        number = parted[0];
      }
    }
    return String.join(" ", parts);
  }

  /**
   * The codes that may be meant by what was typed, in any case, with any marks between the words,
   * in the digits of any script, and with as few letters of a word as tell it from the others.
   *
   * @return empty if it can be no code
   */
  List<String> meant(String typed) {
    if (typed.length() > LONGEST) {
      return List.of();
    }
    var plain =
        MARKS
            .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    var parts = GAPS.splitAsStream(plain).filter(part -> !part.isEmpty()).toList();
    var digits = digits(String.join("", parts));
    if (digits.isPresent()) {
      return List.of(digits.get());
    }
    var codes = new ArrayList<String>();
    if (parts.size() == WORDS) {
      for (var list : byBeginning.values()) {
        spelled(parts, list).filter(code -> !codes.contains(code)).ifPresent(codes::add);
      }
    }
    return codes;
  }

  private static Optional<String> digits(String text) {
    if (text.isEmpty() || !text.codePoints().allMatch(Character::isDigit)) {
      return Optional.empty();
    }
    var digits = new StringBuilder();
    text.codePoints().forEach(c -> digits.append(Character.digit(c, 10)));
    if (digits.length() != DIGITS) {
      return Optional.empty();
    }
    for (int i = DIGITS - GROUP; i > 0; i -= GROUP) {
      digits.insert(i, ' ');
    }
    return Optional.of(digits.toString());
  }

  private static Optional<String> spelled(List<String> parts, Map<String, String> list) {
    var words = new ArrayList<String>();
    for (String part : parts) {
      var word = list.get(beginning(part));
      if (word == null || !(word.equals(part) || part.length() == TELLING)) {
        return Optional.empty();
      }
      words.add(word);
    }
    return Optional.of(String.join(" ", words));
  }
}
