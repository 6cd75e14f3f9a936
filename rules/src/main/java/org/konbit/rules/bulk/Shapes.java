package org.konbit.rules.bulk;

import java.util.Arrays;
import org.konbit.rules.bulk.Derived.Kind;

/**
 * Who is related to whom and who files with whom, once for each way in which households of a
 * population are made up: of millions there are some thousands. A member's place is the shape's
 * first place and the member's number in the household.
 */
final class Shapes {
  private final int[] ofHousehold;
  private int[] firstPlaces = new int[64];
  private int[] table = new int[256];
  private int[] keyStarts = new int[64];
  private long[] keys = new long[1_024];
  private int count;
  private final Kin kin;
  private final Returns tax;
  private long[] key = new long[64];
  // By kind, then by place.
  private final long[][] values = new long[Kind.values().length][0];

  private Shapes(Population population) {
    kin = new Kin(population);
    tax = new Returns(population);
    ofHousehold = new int[population.households()];
  }

  static Shapes of(Population population) {
    var shapes = new Shapes(population);
    for (int household = 0; household < population.households(); household++) {
      int first = population.firstPerson(household);
      shapes.note(household, first, population.firstPerson(household + 1) - first);
    }
    shapes.trim();
    return shapes;
  }

  private void trim() {
    keys = new long[0];
    table = new int[0];
    keyStarts = new int[0];
    firstPlaces = Arrays.copyOf(firstPlaces, count + 1);
    for (int kind = 0; kind < values.length; kind++) {
      int places = Math.min(values[kind].length, firstPlaces[count]);
      values[kind] = Arrays.copyOf(values[kind], places);
    }
  }

  private void note(int household, int first, int size) {
    int length = kin.key(household, reserve(2 * size + 1 + kin.relations(household)), 0);
    key[length++] = size;
    length = tax.key(first, size, key, length);
    int hash = hash(length);
    for (int at = hash & (table.length - 1); ; at = (at + 1) & (table.length - 1)) {
      int shape = table[at] - 1;
      if (shape < 0) {
        table[at] = count + 1;
        ofHousehold[household] = count;
        add(household, first, size, length);
        return;
      }
      if (isKey(shape, length)) {
        ofHousehold[household] = shape;
        return;
      }
    }
  }

  private long[] reserve(int length) {
    if (key.length < length) {
      key = new long[2 * length];
    }
    return key;
  }

  private int hash(int length) {
    long hash = length;
    for (int i = 0; i < length; i++) {
      hash = (hash ^ key[i]) * 0x9e37_79b9_7f4a_7c15L;
      hash ^= hash >>> 32;
    }
    return (int) hash;
  }

  private boolean isKey(int shape, int length) {
    int from = keyStarts[shape];
    return Arrays.equals(keys, from, keyStarts[shape + 1], key, 0, length);
  }

  private void add(int household, int first, int size, int length) {
    if (count + 2 > firstPlaces.length) {
      firstPlaces = Arrays.copyOf(firstPlaces, 2 * firstPlaces.length);
      keyStarts = Arrays.copyOf(keyStarts, 2 * keyStarts.length);
    }
    int keyEnd = keyStarts[count] + length;
    if (keyEnd > keys.length) {
      keys = Arrays.copyOf(keys, 2 * keyEnd);
    }
    System.arraycopy(key, 0, keys, keyStarts[count], length);
    keyStarts[count + 1] = keyEnd;
    derive(household, first, size, firstPlaces[count]);
    firstPlaces[count + 1] = firstPlaces[count] + size;
    count++;
    if (2 * count > table.length) {
      rehash();
    }
  }

  private void rehash() {
    int[] old = table;
    table = new int[2 * old.length];
    for (int entry : old) {
      if (entry != 0) {
        int length = keyStarts[entry] - keyStarts[entry - 1];
        System.arraycopy(keys, keyStarts[entry - 1], reserve(length), 0, length);
        int at = hash(length) & (table.length - 1);
        while (table[at] != 0) {
          at = (at + 1) & (table.length - 1);
        }
        table[at] = entry;
      }
    }
  }

  private void derive(int household, int first, int size, int place) {
    kin.read(household, size);
    tax.read(first, size);
    for (int member = 0; member < size; member++) {
      int at = place + member;
      put(Kind.CHILDREN, at, kin.children[member]);
      put(Kind.IN_CARE, at, kin.inCare[member]);
      put(Kind.PARENTS, at, kin.parents[member]);
      put(Kind.SPOUSES, at, kin.spouses[member]);
      put(Kind.PARTNERS, at, kin.partners[member]);
      put(Kind.SIBLINGS, at, kin.siblings[member]);
      put(Kind.EVERYONE, at, (1L << size) - 1);
      put(Kind.FILERS, at, tax.filers[member]);
      put(Kind.DEPENDENTS, at, tax.dependents[member]);
      put(Kind.UNIT, at, tax.filers[member] | tax.dependents[member]);
      put(Kind.CLAIMED, at, tax.claimer[member] != Returns.NOBODY ? 1 : 0);
      put(Kind.JOINT, at, tax.joint[member] != Returns.NOBODY ? 1 : 0);
      put(Kind.FIRST_FILER, at, tax.isFirstFiler(member) ? 1 : 0);
    }
  }

  private void put(Kind kind, int at, long value) {
    long[] of = values[Population.place(kind)];
    if (at >= of.length) {
      of = Arrays.copyOf(of, Math.max(16, 2 * at));
      values[Population.place(kind)] = of;
    }
    of[at] = value;
  }

  /** Whether a derivation follows from how a household is made up. */
  static boolean have(Kind kind) {
    return switch (kind) {
      case CHILDREN, IN_CARE, PARENTS, SPOUSES, PARTNERS, SIBLINGS, EVERYONE -> true;
      case CLAIMED, JOINT, FILERS, DEPENDENTS, UNIT, FIRST_FILER -> true;
      case MAGI_MEMBERS, MAGI_SIZE, MAGI_INCOME, DISABLED_MEMBERS, DISABLED_SIZE -> false;
      case DISABLED_INCOME, UNIT_INCOME, MONTHLY, YEARLY, ENROLLED, SINCE -> false;
    };
  }

  int shape(int household) {
    return ofHousehold[household];
  }

  int firstPlace(int shape) {
    return firstPlaces[shape];
  }

  /** How many shapes there are. */
  int count() {
    return count;
  }

  /** What is derived, by place; nobody changes it. */
  long[] values(Kind kind) {
    return values[Population.place(kind)];
  }

  long bytes() {
    long bytes = 4L * (ofHousehold.length + firstPlaces.length);
    for (Kind kind : Kind.values()) {
      bytes += 8L * values(kind).length;
    }
    return bytes;
  }
}
