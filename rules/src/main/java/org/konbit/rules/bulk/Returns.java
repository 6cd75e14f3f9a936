package org.konbit.rules.bulk;

import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;

/**
 * What one household's tax answers say, where all are known: as {@link
 * org.konbit.rules.household.TaxUnits} says. Filled anew for each household.
 */
final class Returns {
  static final int NOBODY = -1;

  final boolean[] files = new boolean[Household.MAX_MEMBERS];
  final int[] claimer = new int[Household.MAX_MEMBERS];
  final int[] joint = new int[Household.MAX_MEMBERS];
  final long[] claims = new long[Household.MAX_MEMBERS];
  final long[] filers = new long[Household.MAX_MEMBERS];
  final long[] dependents = new long[Household.MAX_MEMBERS];

  private final Reader filing;
  private final Reader claimedBy;
  private final Reader jointly;
  private final Reader claiming;

  Returns(Population population) {
    filing = Reader.of(population, Vocabulary.FILES);
    claimedBy = Reader.of(population, Vocabulary.CLAIMED_BY);
    jointly = Reader.of(population, Vocabulary.JOINTLY_WITH);
    claiming = Reader.of(population, Vocabulary.CLAIMS);
  }

  void read(int first, int size) {
    for (int member = 0; member < size; member++) {
      int row = first + member;
      files[member] = filing.at(row) == Values.TRUE;
      claimer[member] = memberOrNobody(claimedBy.at(row));
      joint[member] = memberOrNobody(jointly.at(row));
      claims[member] = Math.max(0, claiming.at(row));
    }
    for (int member = 0; member < size; member++) {
      unit(member);
    }
  }

  /** Writes down what {@link #read} reads; the place after it. */
  int key(int first, int size, long[] into, int from) {
    int next = from;
    for (int row = first; row < first + size; row++) {
      long files = filing.at(row) == Values.TRUE ? 1 : 0;
      long claimer = 1L + memberOrNobody(claimedBy.at(row));
      long spouse = 1L + memberOrNobody(jointly.at(row));
      into[next++] = (claimer << 16) | (spouse << 1) | files;
      into[next++] = Math.max(0, claiming.at(row));
    }
    return next;
  }

  private static int memberOrNobody(long value) {
    return Values.isPresent(value) ? (int) value : NOBODY;
  }

  private void unit(int member) {
    int filer = claimer[member] != NOBODY ? claimer[member] : files[member] ? member : NOBODY;
    filers[member] = 0;
    dependents[member] = 0;
    if (filer != NOBODY) {
      int other = joint[filer];
      filers[member] = 1L << filer | (other == NOBODY ? 0 : 1L << other);
      dependents[member] = claims[filer] | (other == NOBODY ? 0 : claims[other]);
    }
  }

  boolean isFirstFiler(int member) {
    return claimer[member] == NOBODY && Long.lowestOneBit(filers[member]) == 1L << member;
  }
}
