package org.konbit.rules.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.konbit.rules.household.CountableIncome;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.Period;

/** What every person of a chunk receives: what counts, of which kinds, and who must file. */
final class IncomeKernel {
  private static final IncomeKind[] KINDS = IncomeKind.values();
  private static final Period[] PERIODS = Period.values();
  private static final int HELD = KINDS.length * PERIODS.length;

  private final Population.Lists income;
  private final long earnedThreshold;
  private final long unearnedThreshold;
  // By what an entry's kind and period are held as.
  private final long[] rates = new long[HELD];
  private final long[] years = new long[HELD];
  private final long[] counted = new long[HELD];
  private final long[] earned = new long[HELD];
  private final long[] unearned = new long[HELD];
  private final long[][] monthlyOf = new long[HELD][];
  private final long[][] yearlyOf = new long[HELD][];
  private final long[] starts;
  private final long[] work;
  private final long[] other;
  private final List<long[]> asked = new ArrayList<>();
  // What nobody asks for is added up here, rather than asking each time whether it is wanted.
  private final long[] unasked;
  private int[] owners = new int[64];
  private long[] kinds = new long[64];
  private long[] cents = new long[64];

  /** Countable income as a rate, in cents a year, and whether it makes a dependent file. */
  final long[] monthly;

  final long[] yearly;
  final byte[] mustFile;

  IncomeKernel(Population population, Law law, int rows) {
    income = population.income();
    earnedThreshold = Math.max(0, law.earnedThreshold());
    unearnedThreshold = Math.max(0, law.unearnedThreshold());
    monthly = new long[rows];
    yearly = new long[rows];
    mustFile = new byte[rows];
    work = new long[rows];
    other = new long[rows];
    unasked = new long[rows];
    starts = new long[rows + 1];
    for (int held = 0; held < HELD; held++) {
      var kind = KINDS[held / PERIODS.length];
      var per = PERIODS[held % PERIODS.length];
      rates[held] = per.rate(1);
      years[held] = per.yearly(1);
      counted[held] = CountableIncome.counts(kind) ? -1 : 0;
      earned[held] = CountableIncome.isEarned(kind) ? -1 : 0;
      unearned[held] = CountableIncome.isUnearned(kind) ? -1 : 0;
      monthlyOf[held] = unasked;
      yearlyOf[held] = unasked;
    }
  }

  /** From now on the person's income of the kind is written into the array. */
  void write(Derived.Kind how, IncomeKind kind, long[] into) {
    asked.add(into);
    for (Period per : PERIODS) {
      (how == Derived.Kind.MONTHLY ? monthlyOf : yearlyOf)[Population.incomeKind(kind, per)] = into;
    }
  }

  void read(int from, int count) {
    clear(count);
    income.starts().copy(from, count + 1, starts);
    int first = (int) starts[0];
    int entries = (int) starts[count] - first;
    if (entries > 0) {
      reserve(entries);
      income.part(0).copy(first, entries, kinds);
      income.part(1).copy(first, entries, cents);
      own(count, entries);
      add(entries);
    }
    for (int row = 0; row < count; row++) {
      long isBeyond = earnedThreshold - work[row] | unearnedThreshold - other[row];
      mustFile[row] = (byte) (isBeyond >>> 63);
    }
  }

  private void clear(int count) {
    Arrays.fill(monthly, 0, count, 0);
    Arrays.fill(yearly, 0, count, 0);
    Arrays.fill(work, 0, count, 0);
    Arrays.fill(other, 0, count, 0);
    for (int i = 0; i < asked.size(); i++) {
      Arrays.fill(asked.get(i), 0, count, 0);
    }
  }

  private void reserve(int entries) {
    if (entries >= owners.length) {
      owners = new int[2 * entries];
      kinds = new long[2 * entries];
      cents = new long[2 * entries];
    }
  }

  // Whose each entry is, without asking of each person whether there is one: every person is noted
  // where the own entries start, and an entry is of the last person noted up to there.
  private void own(int count, int entries) {
    Arrays.fill(owners, 0, entries + 1, 0);
    for (int row = 0; row < count; row++) {
      owners[(int) (starts[row] - starts[0])]++;
    }
    int owner = -1;
    for (int at = 0; at < entries; at++) {
      owner += owners[at];
      owners[at] = owner;
    }
  }

  private void add(int entries) {
    for (int at = 0; at < entries; at++) {
      int row = owners[at];
      int held = (int) kinds[at];
      // Beyond what a household may have here it is decided by itself, so this cannot overflow.
      long amount = Math.clamp(cents[at], -Limits.MOST_CENTS, Limits.MOST_CENTS);
      long rate = amount * rates[held];
      long inYear = amount * years[held];
      long gained = Math.max(0, inYear);
      monthly[row] += rate & counted[held];
      yearly[row] += inYear & counted[held];
      work[row] += gained & earned[held];
      other[row] += gained & unearned[held];
      monthlyOf[held][row] += rate;
      yearlyOf[held][row] += inYear;
    }
  }
}
