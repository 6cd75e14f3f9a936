package org.konbit.directory.search;

import java.util.Optional;
import java.util.OptionalDouble;
import org.konbit.directory.Need;
import org.konbit.directory.place.Place;

/**
 * What somebody looks for.
 *
 * @param words in any language, with mistakes; may be empty
 * @param near from where
 * @param miles how far from there at most
 * @param language BCP 47 tag of a language that they speak
 * @param isForNewPeople whether only what takes new people on now
 */
public record Wish(
    String words,
    Optional<Need> need,
    Optional<Place> near,
    OptionalDouble miles,
    Optional<String> language,
    boolean isForNewPeople) {
  /** The most words, in characters, that are looked at. */
  public static final int LONGEST = 200;

  public Wish {
    if (words.length() > LONGEST) {
      throw new IllegalArgumentException("More than %d characters to look for.".formatted(LONGEST));
    }
  }

  /** Everything. */
  public static Wish anything() {
    return new Wish(
        "", Optional.empty(), Optional.empty(), OptionalDouble.empty(), Optional.empty(), false);
  }

  /** The same without some of what narrows it. */
  public Wish withWords(String other) {
    return new Wish(other, need, near, miles, language, isForNewPeople);
  }
}
