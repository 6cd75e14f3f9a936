package org.konbit.rules.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses which name a person meant. */
public final class Spelling {
  private static final int LONGEST = 64;

  private Spelling() {}

  /**
   * The candidate closest to the word by Damerau-Levenshtein distance, if it is close enough to be
   * meant: one slip in three letters, at most three in all. Case, {@code _}, {@code -} and {@code
   * .} do not count, so that {@code filed_on} finds {@code filedOn}.
   */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    if (word.isEmpty() || word.length() > LONGEST) {
      return Optional.empty();
    }
    var wanted = bare(word);
    int best = Math.min(3, Math.max(1, wanted.length() / 3)) + 1;
    Optional<String> nearest = Optional.empty();
    for (String candidate : candidates) {
      var bare = bare(candidate);
      if (Math.abs(bare.length() - wanted.length()) < best) {
        int distance = distance(wanted, bare);
        if (distance < best && distance < bare.length()) {
          best = distance;
          nearest = Optional.of(candidate);
        }
      }
    }
    return nearest;
  }

  /** {@code Did you mean …?}, or empty where nothing is close. */
  public static String suggestion(String word, Collection<String> candidates) {
    return nearest(word, candidates).map("Did you mean %s?"::formatted).orElse("");
  }

  /** Whether the two differ in nothing but case, {@code _}, {@code -} and {@code .}. */
  public static boolean isSame(String one, String other) {
    return bare(one).equals(bare(other));
  }

  private static String bare(String word) {
    var out = new StringBuilder(word.length());
    for (char c : word.toLowerCase(Locale.ROOT).toCharArray()) {
      if (c != '_' && c != '-' && c != '.' && c != ' ') {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Insertions, deletions, replacements and swaps of neighbours that turn one into the other. */
  static int distance(String a, String b) {
    var beforeLast = new int[b.length() + 1];
    var last = new int[b.length() + 1];
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
        if (isSwap(a, i, b, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      var spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }

  private static boolean isSwap(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
