package org.konbit.rules.pack;

import java.util.HashMap;
import java.util.Map;
import org.konbit.rules.household.Words;
import org.konbit.rules.text.Node;
import org.konbit.rules.text.Problem;

/** The words that packs and documents use, by their codes; two words of one code are a problem. */
final class WordCodes {
  private final Map<Long, String> words = new HashMap<>();
  private final Findings findings;

  WordCodes(Findings findings) {
    this.findings = findings;
  }

  /** A word of the shared vocabulary. */
  void add(String word) {
    words.put(Words.code(word), word);
  }

  /** A word that a pack writes at this place. */
  void add(String word, PackFile file, Node at) {
    var before = words.putIfAbsent(Words.code(word), word);
    if (before != null && !before.equals(word)) {
      findings.add(
          Problem.at(
                  file.name(),
                  at,
                  "The words (%s) and (%s) would be taken for one another.".formatted(word, before))
              .withRemedy("They share one code by chance: choose another word for one of them."));
    }
  }

  Map<Long, String> byCode() {
    return Map.copyOf(words);
  }
}
