package org.konbit.rules.bulk;

import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;

/** Who of a population is under an age on one date. */
final class Ages {
  private final Reader born;
  private final Reader age;

  Ages(Population population) {
    born = Reader.of(population, Vocabulary.BIRTH_DATE);
    age = Reader.of(population, Vocabulary.AGE);
  }

  boolean areAllKnown() {
    return born.isPresent() || age.isPresent();
  }

  boolean isKnown(int row) {
    return Values.isPresent(born.at(row)) || Values.isPresent(age.at(row));
  }

  /**
   * Whether the person is under an age.
   *
   * @param lastBirthday the last birthday of who has reached it, see {@link Law#lastBirthday}
   */
  boolean isUnder(int row, int years, int lastBirthday) {
    long day = born.at(row);
    return Values.isPresent(day) ? day > lastBirthday : age.at(row) < years;
  }
}
