package org.konbit.rules.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.konbit.rules.bulk.Derived.Kind;
import org.konbit.rules.bulk.Derived.Need;
import org.konbit.rules.household.IncomeKind;

/**
 * Derives for a chunk of households what the compiled loops read: relatives, tax units, MAGI
 * households, income. One for each worker; nothing is allocated for a person once it is made.
 */
final class Kernel {
  private static final long[] NO_LONGS = {};

  private final Population population;
  private final BitSet incomplete;
  private final int needs;
  private final int rows;
  private final Shapes shapes;
  private final ShapeKernel made;
  private final MagiSets magi;
  private final IncomeKernel income;
  private final EnrolledKernel enrolled;
  private final Traits traits;
  private final long babiesOfOthers;
  private final long[] spouses;
  private final long[] children;
  private final long[] filers;
  private final long[] dependents;
  // By kind; of length 0 where nobody asks.
  private final long[][] longs = new long[Kind.values().length][];
  private final List<Narrow> narrow = new ArrayList<>();
  private boolean isOfMagi;
  private boolean isOfDisabled;
  private boolean isOfUnits;
  private boolean isOfShapes;

  Kernel(Population population, BitSet incomplete, Law law, int needs, int rows) {
    this.population = population;
    this.incomplete = incomplete;
    this.needs = needs;
    this.rows = rows;
    shapes = population.shapes();
    made = new ShapeKernel(shapes, rows);
    magi = new MagiSets(population, shapes);
    income = new IncomeKernel(population, law, rows);
    enrolled = new EnrolledKernel(population);
    traits = new Traits(population, law, rows);
    babiesOfOthers = law.babiesOfOthers();
    spouses = shapes.values(Kind.SPOUSES);
    children = shapes.values(Kind.CHILDREN);
    filers = shapes.values(Kind.FILERS);
    dependents = shapes.values(Kind.DEPENDENTS);
    Arrays.fill(longs, NO_LONGS);
  }

  /** From now on the derivation is written into the array. */
  void write(Derived derived, Object into) {
    var kind = derived.kind();
    if (Shapes.have(kind)) {
      made.write(kind, into);
      isOfShapes = true;
      return;
    }
    switch (kind) {
      case MONTHLY, YEARLY ->
          income.write(
              kind, IncomeKind.valueOf(derived.of().toUpperCase(Locale.ROOT)), widened(into));
      case ENROLLED -> enrolled.write(derived.of(), (byte[]) into);
      case SINCE -> enrolled.write(derived.of(), widened(into));
      default -> longs[Population.place(kind)] = widened(into);
    }
    isOfMagi |= kind == Kind.MAGI_MEMBERS || kind == Kind.MAGI_SIZE || kind == Kind.MAGI_INCOME;
    isOfDisabled |=
        kind == Kind.DISABLED_MEMBERS || kind == Kind.DISABLED_SIZE || kind == Kind.DISABLED_INCOME;
    isOfUnits |= kind == Kind.UNIT_INCOME;
  }

  private long[] widened(Object into) {
    if (into instanceof long[] wide) {
      return wide;
    }
    var wide = new long[rows];
    narrow.add(new Narrow(wide, into));
    return wide;
  }

  /** What is derived as longs and read as something narrower. */
  private static final class Narrow {
    private final long[] wide;
    private final Object into;

    Narrow(long[] wide, Object into) {
      this.wide = wide;
      this.into = into;
    }

    void copy(int rows) {
      switch (into) {
        case byte[] bytes -> copy(bytes, rows);
        case Object ints -> copy((int[]) ints, rows);
      }
    }

    private void copy(byte[] bytes, int rows) {
      for (int row = 0; row < rows; row++) {
        bytes[row] = (byte) wide[row];
      }
    }

    private void copy(int[] ints, int rows) {
      for (int row = 0; row < rows; row++) {
        ints[row] = (int) wide[row];
      }
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
    int count = population.firstPerson(lastHousehold + 1) - from;
    boolean isOfHouseholds = isOfMagi || isOfDisabled || isOfUnits;
    if (isNeeded(Need.INCOME)) {
      income.read(from, count);
    }
    enrolled.read(from, count);
    if (isOfHouseholds) {
      traits.read(from, count, isNeeded(Need.AGE), isNeeded(Need.BABIES), income);
    }
    if (isOfHouseholds || isOfShapes) {
      for (int household = firstHousehold; household <= lastHousehold; household++) {
        int row = population.firstPerson(household) - from;
        int size = population.firstPerson(household + 1) - from - row;
        made.place(household, row, size);
        if (incomplete.get(household)) {
          nothing(row, size);
        } else if (isOfHouseholds) {
          household(household, row, size);
        }
      }
      made.read(count);
    }
    for (int i = 0; i < narrow.size(); i++) {
      narrow.get(i).copy(count);
    }
  }

  // Of a household that is decided by itself: anything within the ranges that were promised.
  private void nothing(int row, int size) {
    for (long[] values : longs) {
      if (values.length != 0) {
        Arrays.fill(values, row, row + size, 0);
      }
    }
    for (int member = row; member < row + size; member++) {
      put(Kind.MAGI_SIZE, member, 1);
      put(Kind.DISABLED_SIZE, member, 1);
    }
  }

  private void put(Kind kind, int row, long value) {
    long[] into = longs(kind);
    if (into.length != 0) {
      into[row] = value;
    }
  }

  private void household(int household, int row, int size) {
    int shape = shapes.shape(household);
    int place = shapes.firstPlace(shape);
    traits.gather(row, size);
    if (isOfUnits) {
      units(place, row, size);
    }
    if (isOfMagi) {
      magi(magi.place(shape, household, size, traits.young()), row, size);
    }
    if (isOfDisabled) {
      disabled(place, row, size);
    }
  }

  private void units(int place, int row, int size) {
    long[] into = longs(Kind.UNIT_INCOME);
    long earning = traits.earningInYear();
    long filing = traits.filing();
    long last = 0;
    long sum = 0;
    for (int member = 0; member < size; member++) {
      long of = filers[place + member];
      long counted = (of | (of == 0 ? 0 : dependents[place + member] & filing)) & earning;
      if (counted != last) {
        sum = sum(income.yearly, row, counted);
        last = counted;
      }
      into[row + member] = sum;
    }
  }

  private void magi(int place, int row, int size) {
    long[] sets = longs(Kind.MAGI_MEMBERS);
    long[] sizes = longs(Kind.MAGI_SIZE);
    long[] incomes = longs(Kind.MAGI_INCOME);
    long last = 0;
    long sum = 0;
    for (int member = 0; member < size; member++) {
      long members = magi.members(place + member);
      if (sets.length != 0) {
        sets[row + member] = members;
      }
      if (sizes.length != 0) {
        sizes[row + member] = Long.bitCount(members) + babies(row, member, members);
      }
      if (incomes.length != 0) {
        long counted = members & (magi.sure(place + member) | traits.filing()) & traits.earning();
        if (counted != last) {
          sum = sum(income.monthly, row, counted);
          last = counted;
        }
        incomes[row + member] = sum;
      }
    }
  }

  private void disabled(int place, int row, int size) {
    long[] sets = longs(Kind.DISABLED_MEMBERS);
    long[] sizes = longs(Kind.DISABLED_SIZE);
    long[] incomes = longs(Kind.DISABLED_INCOME);
    long last = 0;
    long sum = 0;
    for (int member = 0; member < size; member++) {
      long adults = 1L << member | spouses[place + member];
      long members = adults | (children[place + member] & traits.childOfDisabled());
      if (sets.length != 0) {
        sets[row + member] = members;
      }
      if (sizes.length != 0) {
        sizes[row + member] = Long.bitCount(members) + babies(row, member, members);
      }
      if (incomes.length != 0) {
        long counted = members & (adults | traits.filing()) & traits.earning();
        if (counted != last) {
          sum = sum(income.monthly, row, counted);
          last = counted;
        }
        incomes[row + member] = sum;
      }
    }
  }

  private static long sum(long[] of, int row, long members) {
    long sum = 0;
    for (long rest = members; rest != 0; rest &= rest - 1) {
      sum += of[row + Long.numberOfTrailingZeros(rest)];
    }
    return sum;
  }

  private long babies(int row, int member, long members) {
    long expecting = members & traits.expecting();
    return expecting == 0 ? 0 : babiesOf(row, member, expecting);
  }

  private long babiesOf(int row, int member, long expecting) {
    long count = 0;
    for (long rest = expecting; rest != 0; rest &= rest - 1) {
      int other = Long.numberOfTrailingZeros(rest);
      long babies = traits.babies(row + other);
      count += other == member ? babies : Math.min(babiesOfOthers, babies);
    }
    return count;
  }
}
