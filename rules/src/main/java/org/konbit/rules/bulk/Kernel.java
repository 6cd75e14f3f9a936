package org.konbit.rules.bulk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import org.konbit.rules.bulk.Derived.Kind;
import org.konbit.rules.bulk.Derived.Need;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;

/**
 * Derives for a chunk of households what the compiled loops read: relatives, tax units, MAGI
 * households, income. One for each worker; nothing is allocated once it is made.
 */
final class Kernel {
  private static final long[] NO_LONGS = {};
  private static final byte[] NO_CLAIMS = {};
  // Nobody expects more, so that what is counted stays within the proven range.
  private static final int MOST_BABIES = 99;

  private final Population population;
  private final BitSet incomplete;
  private final Law law;
  private final int needs;
  private final Kin kin;
  private final Returns tax;
  private final MagiKernel magi;
  private final IncomeKernel income;
  private final EnrolledKernel enrolled;
  private final Ages ages;
  private final Reader pregnant;
  private final Reader babies;
  private final int childBirthday;
  private final int disabledChildBirthday;
  // By kind; of length 0 where nobody asks.
  private final long[][] longs = new long[Kind.values().length][];
  private final byte[][] claims = new byte[Kind.values().length][];
  private final long[] sets = new long[Household.MAX_MEMBERS];
  private final long[] expected = new long[Household.MAX_MEMBERS];

  Kernel(Population population, BitSet incomplete, Law law, int needs, int rows) {
    this.population = population;
    this.incomplete = incomplete;
    this.law = law;
    this.needs = needs;
    kin = new Kin(population);
    tax = new Returns(population);
    magi = new MagiKernel(kin, tax);
    income = new IncomeKernel(population, law, rows);
    enrolled = new EnrolledKernel(population);
    ages = new Ages(population);
    pregnant = Reader.of(population, Vocabulary.PREGNANT);
    babies = Reader.of(population, Vocabulary.EXPECTED_BABIES);
    childBirthday = law.lastBirthday(law.childAge());
    disabledChildBirthday = law.lastBirthday(Law.DISABLED_CHILD_AGE);
    Arrays.fill(longs, NO_LONGS);
    Arrays.fill(claims, NO_CLAIMS);
  }

  /** From now on the derivation is written into the array. */
  void write(Derived derived, Object into) {
    switch (derived.kind()) {
      case MONTHLY, YEARLY ->
          income.write(
              derived.kind(),
              IncomeKind.valueOf(derived.of().toUpperCase(Locale.ROOT)),
              (long[]) into);
      case ENROLLED -> enrolled.write(derived.of(), (byte[]) into);
      case SINCE -> enrolled.write(derived.of(), (long[]) into);
      case CLAIMED, JOINT, FIRST_FILER -> claims[Population.place(derived.kind())] = (byte[]) into;
      default -> longs[Population.place(derived.kind())] = (long[]) into;
    }
  }

  private boolean isNeeded(Need need) {
    return (needs & Derived.bit(need)) != 0;
  }

  private long[] longs(Kind kind) {
    return longs[Population.place(kind)];
  }

  /** Derives everything for these households, of which the first person stands in row 0. */
  void read(int firstHousehold, int lastHousehold) {
    int from = population.firstPerson(firstHousehold);
    if (isNeeded(Need.INCOME)) {
      income.read(from, population.firstPerson(lastHousehold + 1) - from);
    }
    enrolled.read(from, population.firstPerson(lastHousehold + 1) - from);
    for (int household = firstHousehold; household <= lastHousehold; household++) {
      int first = population.firstPerson(household);
      int size = population.firstPerson(household + 1) - first;
      if (incomplete.get(household)) {
        nothing(first - from, size);
      } else {
        household(household, first, size, first - from);
      }
    }
  }

  // Of a household that is decided by itself: anything within the ranges that were promised.
  private void nothing(int row, int size) {
    for (long[] values : longs) {
      if (values.length != 0) {
        Arrays.fill(values, row, row + size, 0);
      }
    }
    for (byte[] values : claims) {
      if (values.length != 0) {
        Arrays.fill(values, row, row + size, (byte) 0);
      }
    }
    for (int member = 0; member < size; member++) {
      put(Kind.MAGI_SIZE, row + member, 1);
      put(Kind.DISABLED_SIZE, row + member, 1);
    }
  }

  private void put(Kind kind, int row, long value) {
    long[] into = longs(kind);
    if (into.length != 0) {
      into[row] = value;
    }
  }

  private void household(int household, int first, int size, int row) {
    if (isNeeded(Need.KIN)) {
      kin.read(household, size);
      relatives(size, row);
    }
    long everyone = (1L << size) - 1;
    for (int member = 0; member < size; member++) {
      put(Kind.EVERYONE, row + member, everyone);
    }
    if (isNeeded(Need.TAX)) {
      tax.read(first, size);
      returns(size, row);
    }
    if (isNeeded(Need.BABIES)) {
      expect(first, size);
    }
    if (longs(Kind.MAGI_MEMBERS).length
            + longs(Kind.MAGI_SIZE).length
            + longs(Kind.MAGI_INCOME).length
        > 0) {
      magi(first, size, row);
    }
    if (isNeeded(Need.KIN) && isNeeded(Need.AGE)) {
      disabled(first, size, row);
    }
  }

  private void relatives(int size, int row) {
    for (int member = 0; member < size; member++) {
      put(Kind.CHILDREN, row + member, kin.children[member]);
      put(Kind.IN_CARE, row + member, kin.inCare[member]);
      put(Kind.PARENTS, row + member, kin.parents[member]);
      put(Kind.SPOUSES, row + member, kin.spouses[member]);
      put(Kind.PARTNERS, row + member, kin.partners[member]);
      put(Kind.SIBLINGS, row + member, kin.siblings[member]);
    }
  }

  private void returns(int size, int row) {
    for (int member = 0; member < size; member++) {
      put(Kind.FILERS, row + member, tax.filers[member]);
      put(Kind.DEPENDENTS, row + member, tax.dependents[member]);
      put(Kind.UNIT, row + member, tax.filers[member] | tax.dependents[member]);
      claim(Kind.CLAIMED, row + member, tax.claimer[member] != Returns.NOBODY);
      claim(Kind.JOINT, row + member, tax.joint[member] != Returns.NOBODY);
      claim(Kind.FIRST_FILER, row + member, tax.isFirstFiler(member));
    }
    if (longs(Kind.UNIT_INCOME).length != 0) {
      for (int member = 0; member < size; member++) {
        put(Kind.UNIT_INCOME, row + member, unitIncome(member, row));
      }
    }
  }

  private void claim(Kind kind, int row, boolean holds) {
    byte[] into = claims[Population.place(kind)];
    if (into.length != 0) {
      into[row] = holds ? (byte) 1 : 0;
    }
  }

  private long unitIncome(int member, int row) {
    long total = 0;
    for (long rest = tax.filers[member]; rest != 0; rest &= rest - 1) {
      total += income.yearly[row + Long.numberOfTrailingZeros(rest)];
    }
    long dependents = tax.dependents[member] & ~tax.filers[member];
    for (long rest = dependents; rest != 0; rest &= rest - 1) {
      int other = row + Long.numberOfTrailingZeros(rest);
      total += income.mustFile[other] ? income.yearly[other] : 0;
    }
    return tax.filers[member] == 0 ? 0 : total;
  }

  private void expect(int first, int size) {
    for (int member = 0; member < size; member++) {
      long is = pregnant.at(first + member);
      long stated = Math.max(0, babies.at(first + member));
      boolean isNot = is == Values.FALSE || is == Values.NONE;
      long counted = isNot ? 0 : is == Values.UNKNOWN ? stated : Math.max(1, stated);
      expected[member] = Math.min(counted, MOST_BABIES);
    }
  }

  private long babies(int member, long members) {
    long count = expected[member];
    for (long rest = members & ~(1L << member); rest != 0; rest &= rest - 1) {
      count += Math.min(law.babiesOfOthers(), expected[Long.numberOfTrailingZeros(rest)]);
    }
    return count;
  }

  private long under(int first, int size, int years, int birthday) {
    long under = 0;
    for (int member = 0; member < size; member++) {
      under |= ages.isUnder(first + member, years, birthday) ? 1L << member : 0;
    }
    return under;
  }

  private void magi(int first, int size, int row) {
    magi.read(under(first, size, law.childAge(), childBirthday));
    for (int member = 0; member < size; member++) {
      sets[member] = magi.members(member);
    }
    for (int member = 0; member < size; member++) {
      long members = sets[member];
      put(Kind.MAGI_MEMBERS, row + member, members);
      put(Kind.MAGI_SIZE, row + member, Long.bitCount(members) + babies(member, members));
      put(Kind.MAGI_INCOME, row + member, magiIncome(member, members, row));
    }
  }

  private long magiIncome(int member, long members, int row) {
    long total = 0;
    for (long rest = members; rest != 0; rest &= rest - 1) {
      int person = Long.numberOfTrailingZeros(rest);
      long rate = income.monthly[row + person];
      boolean counts =
          rate != 0
              && (income.mustFile[row + person] || !magi.isLeftOut(person, member, members, sets));
      total += counts ? rate : 0;
    }
    return total;
  }

  private void disabled(int first, int size, int row) {
    if (longs(Kind.DISABLED_MEMBERS).length
            + longs(Kind.DISABLED_SIZE).length
            + longs(Kind.DISABLED_INCOME).length
        == 0) {
      return;
    }
    long under = under(first, size, Law.DISABLED_CHILD_AGE, disabledChildBirthday);
    for (int member = 0; member < size; member++) {
      long members = magi.disabledMembers(member, under);
      put(Kind.DISABLED_MEMBERS, row + member, members);
      put(Kind.DISABLED_SIZE, row + member, Long.bitCount(members) + babies(member, members));
      put(Kind.DISABLED_INCOME, row + member, disabledIncome(member, members, row));
    }
  }

  private long disabledIncome(int member, long members, int row) {
    long adults = 1L << member | kin.spouses[member];
    long total = 0;
    for (long rest = members; rest != 0; rest &= rest - 1) {
      int person = Long.numberOfTrailingZeros(rest);
      boolean counts = (adults & 1L << person) != 0 || income.mustFile[row + person];
      total += counts ? income.monthly[row + person] : 0;
    }
    return total;
  }
}
