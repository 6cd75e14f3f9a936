package org.konbit.toolkit.content;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How many years of school a text asks for, by the formula of Flesch and Kincaid. Names that no
 * writer can replace count as words of two syllables.
 */
public final class ReadingGrade {
  private static final Pattern SENTENCE_ENDS = Pattern.compile("[.!?:;]+(?=\\s|$)");
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z'’]*");
  private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
  private static final Pattern SILENT =
      Pattern.compile("(?:[^aeiouylr]e|[^aeiouydt]ed|[^aeiousxz]es)$");
  private static final int NAMES_SYLLABLES = 2;
  private static final Set<String> NAMES =
      Set.of(
          "massachusetts",
          "connecticut",
          "masshealth",
          "medicaid",
          "medicare",
          "connectorcare",
          "husky",
          "immigration",
          "interpreter",
          "interpreters",
          "hospital",
          "emergency",
          "connector",
          "america",
          "american",
          "united",
          "september",
          "october",
          "november",
          "december",
          "january",
          "february",
          "haitian",
          "cuban",
          "federal",
          "legislature",
          "governor",
          "attorney",
          "security");

  private ReadingGrade() {}

  /** The grade of several texts together; each ends a sentence. */
  public static double of(List<String> texts) {
    int sentences = 0;
    int words = 0;
    int syllables = 0;
    for (var text : texts) {
      for (var sentence : SENTENCE_ENDS.splitAsStream(text).toList()) {
        var found = WORD.matcher(sentence).results().map(each -> each.group()).toList();
        sentences += found.isEmpty() ? 0 : 1;
        words += found.size();
        syllables += found.stream().mapToInt(ReadingGrade::syllables).sum();
      }
    }
    if (words == 0) {
      return 0;
    }
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
  }

  private static int syllables(String written) {
    var word = written.toLowerCase(Locale.ROOT).replaceAll("['’].*", "");
    if (NAMES.contains(word)) {
      return NAMES_SYLLABLES;
    }
    var sounded = SILENT.matcher(word).replaceAll("");
    return Math.max(1, (int) VOWELS.matcher(sounded).results().count());
  }
}
