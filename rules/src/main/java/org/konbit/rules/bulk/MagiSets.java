package org.konbit.rules.bulk;

import java.util.Arrays;
import org.konbit.rules.household.Household;

/**
 * Whom MAGI households count, kept for each way in which a household is made up and each choice of
 * its members who are young: the rules about it are applied to some thousands of households, not to
 * millions. For one worker.
 */
final class MagiSets {
  /** Larger households have too many choices of who is young to keep them all. */
  private static final int LARGEST = 6;

  private final Population population;
  private final Kin kin;
  private final Returns tax;
  private final MagiKernel magi;
  private final int[] firstChoices;
  private final int[] places;
  private final long[] all = new long[Household.MAX_MEMBERS];
  private long[] members = new long[64];
  private long[] sure = new long[64];
  // The first places are for the household at hand, where it is too large to be kept.
  private int used = Household.MAX_MEMBERS;

  MagiSets(Population population, Shapes shapes) {
    this.population = population;
    kin = new Kin(population);
    tax = new Returns(population);
    magi = new MagiKernel(kin, tax);
    firstChoices = new int[shapes.count()];
    int choices = 0;
    for (int shape = 0; shape < shapes.count(); shape++) {
      int size = shapes.firstPlace(shape + 1) - shapes.firstPlace(shape);
      firstChoices[shape] = choices;
      choices += size > LARGEST ? 0 : 1 << size;
    }
    places = new int[choices];
  }

  /** Where {@link #members} and {@link #sure} of the household's first member stand. */
  int place(int shape, int household, int size, long young) {
    if (size > LARGEST) {
      derive(household, size, young, 0);
      return 0;
    }
    int choice = firstChoices[shape] + (int) young;
    if (places[choice] == 0) {
      derive(household, size, young, used);
      places[choice] = used;
      used += size;
    }
    return places[choice];
  }

  private void derive(int household, int size, long young, int place) {
    if (place + size > members.length) {
      members = Arrays.copyOf(members, 2 * (place + size));
      sure = Arrays.copyOf(sure, members.length);
    }
    kin.read(household, size);
    tax.read(population.firstPerson(household), size);
    magi.read(young);
    for (int member = 0; member < size; member++) {
      all[member] = magi.members(member);
    }
    for (int member = 0; member < size; member++) {
      members[place + member] = all[member];
      sure[place + member] = sure(member, all[member]);
    }
  }

  private long sure(int of, long set) {
    long counted = 0;
    for (long rest = set; rest != 0; rest &= rest - 1) {
      int member = Long.numberOfTrailingZeros(rest);
      counted |= magi.isLeftOut(member, of, set, all) ? 0 : 1L << member;
    }
    return counted;
  }

  /** The members of a member's household. */
  long members(int place) {
    return members[place];
  }

  /** Of these, whose income counts even if they need not file. */
  long sure(int place) {
    return sure[place];
  }
}
