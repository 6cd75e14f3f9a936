package org.konbit.rules.bulk;

import java.util.Arrays;

/**
 * The words of one column, numbered from 0 in the order in which they were met, so that a row holds
 * a byte instead of a word's code of eight.
 */
final class Dictionary {
  private static final int FREE = -1;

  private long[] words = new long[8];
  private int[] places = new int[32];
  private int size;

  Dictionary() {
    Arrays.fill(places, FREE);
  }

  /** The word's number; a new one where the word was not met before. */
  int number(long word) {
    int at = placeOf(word);
    if (places[at] != FREE) {
      return places[at];
    }
    if (size == words.length) {
      words = Arrays.copyOf(words, size * 2);
      rehash();
      at = placeOf(word);
    }
    words[size] = word;
    places[at] = size;
    return size++;
  }

  /** The word's number, or -1 where no row can hold it. */
  int find(long word) {
    return places[placeOf(word)];
  }

  long word(int number) {
    return words[number];
  }

  int size() {
    return size;
  }

  /** Whether it has all words of the other, numbered in whatever way. */
  boolean hasAll(Dictionary other) {
    return Arrays.stream(other.words, 0, other.size).allMatch(word -> find(word) >= 0);
  }

  /** One with the words of both, of which this one's keep their numbers. */
  Dictionary and(Dictionary other) {
    var both = new Dictionary();
    Arrays.stream(words, 0, size).forEach(both::number);
    Arrays.stream(other.words, 0, other.size).forEach(both::number);
    return both;
  }

  /** Whether it numbers the words of the other as that does. */
  boolean beginsAs(Dictionary other) {
    return other.size <= size && Arrays.equals(words, 0, other.size, other.words, 0, other.size);
  }

  private int placeOf(long word) {
    int mask = places.length - 1;
    int at = (int) (word ^ word >>> 32) & mask;
    while (places[at] != FREE && words[places[at]] != word) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void rehash() {
    places = new int[words.length * 4];
    Arrays.fill(places, FREE);
    for (int number = 0; number < size; number++) {
      places[placeOf(words[number])] = number;
    }
  }
}
