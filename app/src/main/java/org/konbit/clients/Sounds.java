package org.konbit.clients;

import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * How the words of a name sound, roughly: "Gonzales" as "González", "Jean" as "Jan". It suggests
 * candidates to be compared; it never says that two people are one.
 */
final class Sounds {
  private static final int LONGEST = 6;

  private Sounds() {}

  /** The sounds of words in Latin letters, such as {@code NameTerms} gives. */
  static Set<String> of(Set<String> words) {
    var sounds = new TreeSet<String>();
    var metaphone = new DoubleMetaphone(); // not for several threads
    metaphone.setMaxCodeLen(LONGEST);
    for (String word : words) {
      for (boolean isOther : new boolean[] {false, true}) {
        String sound = metaphone.doubleMetaphone(word, isOther);
        if (sound != null && !sound.isEmpty()) {
          sounds.add(sound);
        }
      }
    }
    return sounds;
  }
}
