package org.konbit.rules.bulk;

import java.util.Arrays;
import org.konbit.rules.household.CountableIncome;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.Period;

/** What every person of a chunk receives: what counts, of which kinds, and who must file. */
final class IncomeKernel {
  private static final IncomeKind[] KINDS = IncomeKind.values();
  private static final Period[] PERIODS = Period.values();
  private static final long[] NOWHERE = {};

  private final Population.Lists income;
  private final Law law;
  private final long[] rates = new long[PERIODS.length];
  private final long[] years = new long[PERIODS.length];
  private final boolean[] counts = new boolean[KINDS.length];
  private final boolean[] earned = new boolean[KINDS.length];
  private final boolean[] unearned = new boolean[KINDS.length];
  // By kind; of length 0 where nobody asks.
  private final long[][] monthlyOf = new long[KINDS.length][];
  private final long[][] yearlyOf = new long[KINDS.length][];

  /** Countable income as a rate, in cents a year, and whether it makes a dependent file. */
  final long[] monthly;

  final long[] yearly;
  final boolean[] mustFile;

  IncomeKernel(Population population, Law law, int rows) {
    income = population.income();
    this.law = law;
    monthly = new long[rows];
    yearly = new long[rows];
    mustFile = new boolean[rows];
    for (int i = 0; i < PERIODS.length; i++) {
      rates[i] = PERIODS[i].rate(1);
      years[i] = PERIODS[i].yearly(1);
    }
    for (int i = 0; i < KINDS.length; i++) {
      counts[i] = CountableIncome.counts(KINDS[i]);
      earned[i] = CountableIncome.isEarned(KINDS[i]);
      unearned[i] = CountableIncome.isUnearned(KINDS[i]);
      monthlyOf[i] = NOWHERE;
      yearlyOf[i] = NOWHERE;
    }
  }

  /** From now on the person's income of the kind is written into the array. */
  void write(Derived.Kind how, IncomeKind kind, long[] into) {
    (how == Derived.Kind.MONTHLY ? monthlyOf : yearlyOf)[Population.place(kind)] = into;
  }

  void read(int from, int rows) {
    for (int kind = 0; kind < KINDS.length; kind++) {
      Arrays.fill(monthlyOf[kind], 0);
      Arrays.fill(yearlyOf[kind], 0);
    }
    for (int row = 0; row < rows; row++) {
      person(row, income.from(from + row), income.to(from + row));
    }
  }

  private void person(int row, int from, int to) {
    long month = 0;
    long year = 0;
    long work = 0;
    long other = 0;
    for (int at = from; at < to; at++) {
      int held = (int) income.part(0).get(at);
      int kind = held / PERIODS.length;
      int per = held % PERIODS.length;
      // Beyond what a household may have here it is decided by itself, so this cannot overflow.
      long cents = Math.clamp(income.part(1).get(at), -Limits.MOST_CENTS, Limits.MOST_CENTS);
      long rate = cents * rates[per];
      long inYear = cents * years[per];
      month += counts[kind] ? rate : 0;
      year += counts[kind] ? inYear : 0;
      work += earned[kind] ? Math.max(0, inYear) : 0;
      other += unearned[kind] ? Math.max(0, inYear) : 0;
      add(monthlyOf[kind], row, rate);
      add(yearlyOf[kind], row, inYear);
    }
    monthly[row] = month;
    yearly[row] = year;
    mustFile[row] =
        (work > 0 && work > law.earnedThreshold())
            || (other > 0 && other > law.unearnedThreshold());
  }

  private static void add(long[] into, int row, long value) {
    if (into.length != 0) {
      into[row] += value;
    }
  }
}
