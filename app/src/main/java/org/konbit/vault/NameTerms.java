package org.konbit.vault;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns names, however they are written, into terms to search by: without accents and case, in
 * Latin letters, in any order. Names are never changed by it, and none is refused: one word, four
 * surnames, any script.
 *
 * <p>Arabic and Hebrew are transliterated letter by letter, without the vowels nobody writes:
 * "محمد" is found by itself, not by "Mohammed". Keep the name as a document spells it beside it.
 */
public final class NameTerms {
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "del", "della", "di", "da", "das", "do", "dos", "du", "des", "la", "las", "le",
          "les", "lo", "los", "el", "al", "bin", "ibn", "ben", "bint", "abd", "abdel", "abdul",
          "abu", "van", "von", "der", "den", "ter", "y", "e", "mc", "mac", "o", "st");
  private static final Transliterator TO_LATIN =
      Transliterator.getInstance(
          "Any-Latin; NFD; [:Nonspacing Mark:] Remove; NFC; Latin-ASCII; Lower");
  private static final Pattern INSIDE_A_WORD = Pattern.compile("['’‘`´ʻʼʾʿ.]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private NameTerms() {}

  /**
   * The terms of a person's names, to be kept.
   *
   * @param names every name as it is written: given names, surnames, a transliteration
   */
  public static Set<String> toKeep(List<String> names) {
    var terms = new LinkedHashSet<String>();
    for (String name : names) {
      var words = words(name);
      for (int from = 0; from < words.size(); from++) {
        terms.add(words.get(from));
        terms.addAll(joined(words, from));
      }
    }
    return terms;
  }

  /** A word with the next one, and through a run of particles with the word they belong to. */
  private static List<String> joined(List<String> words, int from) {
    var joined = new ArrayList<String>();
    var together = words.get(from);
    for (int next = from + 1; next < words.size(); next++) {
      together += words.get(next);
      joined.add(together);
      if (!PARTICLES.contains(words.get(next))) {
        break;
      }
    }
    return joined;
  }

  /**
   * What somebody typed, each word of which a record must have, alone or written together with its
   * neighbour. Particles count only if there is nothing else.
   */
  public static Wanted toFind(String typed) {
    var words = words(typed);
    boolean isAllParticles = PARTICLES.containsAll(words);
    var groups = new ArrayList<Set<String>>();
    for (int at = 0; at < words.size(); at++) {
      if (isAllParticles || !PARTICLES.contains(words.get(at))) {
        groups.add(alternatives(words, at));
      }
    }
    return new Wanted(groups);
  }

  /** Whether a word only ever stands before the name that it belongs to, such as "de" or "van". */
  public static boolean isParticle(String word) {
    return words(word).size() == 1 && PARTICLES.contains(words(word).getFirst());
  }

  private static Set<String> alternatives(List<String> words, int at) {
    var alternatives = new LinkedHashSet<String>();
    alternatives.add(words.get(at));
    if (at + 1 < words.size()) {
      alternatives.add(words.get(at) + words.get(at + 1));
    }
    var together = words.get(at);
    for (int before = at - 1; before >= 0; before--) {
      together = words.get(before) + together;
      alternatives.add(together);
      if (!PARTICLES.contains(words.get(before))) {
        break;
      }
    }
    return alternatives;
  }

  private static List<String> words(String name) {
    String composed = Normalizer2.getNFKCInstance().normalize(name);
    String latin = INSIDE_A_WORD.matcher(TO_LATIN.transliterate(composed)).replaceAll("");
    var words = BETWEEN_WORDS.splitAsStream(latin).filter(word -> !word.isEmpty()).toList();
    // A name of signs alone is a name too.
    String signs = composed.strip().toLowerCase(Locale.ROOT);
    return words.isEmpty() && !signs.isEmpty() ? List.of(signs) : words;
  }
}
