package org.konbit.vault;

import java.util.List;
import java.util.Set;

/**
 * Finds sealed values without opening them all: a term becomes a short number under a key of the
 * acting organisation and of the field. The same name gives unrelated numbers in two organisations,
 * so no index links a family across partners.
 *
 * <p>The numbers are short on purpose, and unrelated terms now and then share one: what is found is
 * a candidate, to be opened and confirmed with {@link Wanted#isMetBy}. Like {@link SealedFields},
 * it wants an open transaction.
 */
public interface BlindIndexes {
  /**
   * A field that is searched.
   *
   * @param name such as {@code client.name}; another name gives unrelated numbers
   * @param bits of each number, 8 to 32: fewer hide more and give more candidates
   */
  record Field(String name, int bits) {
    public Field {
      if (bits < 8 || bits > 32) {
        throw new IllegalArgumentException("A number of (%d) bits is not 8 to 32.".formatted(bits));
      }
    }
  }

  /**
   * Numbers to look for, side by side for {@code unnest}: a row is a candidate if it has a number
   * of each of the {@code groups} different groups.
   */
  record Numbers(List<Integer> group, List<Integer> number, int groups) {}

  /** The numbers to keep beside a sealed value, one for each term. */
  Set<Integer> toKeep(Field field, Set<String> terms);

  /** The numbers to look for. */
  Numbers toFind(Field field, Wanted wanted);
}
