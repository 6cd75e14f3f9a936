package org.konbit.rules.bulk;

import java.util.Arrays;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Relationship;

/**
 * Who is what to whom in one household whose relationships are known: a bit per member, as {@link
 * org.konbit.rules.household.Relatives} says. Filled anew for each household.
 */
final class Kin {
  private static final Relationship.Kind[] KINDS = Relationship.Kind.values();

  final long[] spouses = new long[Household.MAX_MEMBERS];
  final long[] partners = new long[Household.MAX_MEMBERS];
  final long[] children = new long[Household.MAX_MEMBERS];
  final long[] inCare = new long[Household.MAX_MEMBERS];
  final long[] parents = new long[Household.MAX_MEMBERS];
  final long[] siblings = new long[Household.MAX_MEMBERS];

  private final long[] statedChildren = new long[Household.MAX_MEMBERS];
  private final long[] statedParents = new long[Household.MAX_MEMBERS];
  private final long[] statedSiblings = new long[Household.MAX_MEMBERS];
  private final long[] caredFor = new long[Household.MAX_MEMBERS];
  private final Population.Lists related;

  Kin(Population population) {
    related = population.related();
  }

  void read(int household, int size) {
    clear(size);
    int to = related.to(household);
    for (int at = related.from(household); at < to; at++) {
      int pair = (int) related.part(0).get(at);
      state(
          pair / Household.MAX_MEMBERS,
          pair % Household.MAX_MEMBERS,
          KINDS[(int) related.part(1).get(at)]);
    }
    if (to > related.from(household)) {
      derive(size);
    }
  }

  int relations(int household) {
    return related.to(household) - related.from(household);
  }

  /** Writes down what {@link #read} reads; the place after it. */
  int key(int household, long[] into, int from) {
    int next = from;
    int to = related.to(household);
    for (int at = related.from(household); at < to; at++) {
      into[next++] = related.part(0).get(at) * KINDS.length + related.part(1).get(at);
    }
    return next;
  }

  private void clear(int size) {
    Arrays.fill(spouses, 0, size, 0);
    Arrays.fill(partners, 0, size, 0);
    Arrays.fill(children, 0, size, 0);
    Arrays.fill(inCare, 0, size, 0);
    Arrays.fill(parents, 0, size, 0);
    Arrays.fill(siblings, 0, size, 0);
    Arrays.fill(statedChildren, 0, size, 0);
    Arrays.fill(statedParents, 0, size, 0);
    Arrays.fill(statedSiblings, 0, size, 0);
    Arrays.fill(caredFor, 0, size, 0);
  }

  private void state(int from, int to, Relationship.Kind kind) {
    switch (kind) {
      case SPOUSE -> pair(spouses, from, to);
      case PARTNER -> pair(partners, from, to);
      case SIBLING -> pair(statedSiblings, from, to);
      case PARENT, STEPPARENT -> {
        statedChildren[from] |= 1L << to;
        statedParents[to] |= 1L << from;
      }
      case GRANDPARENT, CARETAKER -> caredFor[from] |= 1L << to;
    }
  }

  private static void pair(long[] of, int one, int other) {
    of[one] |= 1L << other;
    of[other] |= 1L << one;
  }

  private void derive(int size) {
    for (int member = 0; member < size; member++) {
      long own = statedChildren[member] | all(statedChildren, spouses[member]);
      children[member] = own & ~(1L << member);
      inCare[member] = children[member] | caredFor[member];
      long stated = statedParents[member];
      parents[member] = (stated | all(spouses, stated)) & ~(1L << member);
    }
    for (int member = 0; member < size; member++) {
      long all = statedSiblings[member] | all(children, parents[member]);
      siblings[member] = all & ~(1L << member);
    }
  }

  private static long all(long[] of, long members) {
    long all = 0;
    for (long rest = members; rest != 0; rest &= rest - 1) {
      all |= of[Long.numberOfTrailingZeros(rest)];
    }
    return all;
  }
}
