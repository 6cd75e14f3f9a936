package org.konbit.rules.bulk;

import java.util.EnumSet;
import java.util.Set;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.Period;
import org.konbit.rules.household.Vocabulary;

/**
 * How far what is derived of a population's households can reach, from which calculations are shown
 * to be free of overflow.
 *
 * @param largest persons in the largest household
 * @param sizes how many a household can count as, babies expected included
 * @param rates income of a household a month, either way, as a rate
 * @param yearly the same in cents a year
 * @param kinds the kinds of income anybody has
 */
record Limits(int largest, Range sizes, Range rates, Range yearly, Set<IncomeKind> kinds) {
  /** Beyond a billion dollars in one entry a household is decided by itself, with every guard. */
  static final long MOST_CENTS = 100_000_000_000L;

  private static final IncomeKind[] KINDS = IncomeKind.values();
  private static final Period[] PERIODS = Period.values();

  static Limits of(Population population) {
    int largest = 1;
    long most = 0;
    for (int household = 0; household < population.households(); household++) {
      largest = Math.max(largest, population.size(household));
      most = Math.max(most, entries(population, household));
    }
    var babies = population.column(Vocabulary.EXPECTED_BABIES);
    long each = Math.clamp(babies.map(Column::most).orElse(0L), 1, 99);
    long rates = Period.WEEK.rate(most);
    long yearly = Period.WEEK.yearly(most);
    return new Limits(
        largest,
        new Range(1, largest * (1 + each)),
        new Range(-rates, rates),
        new Range(-yearly, yearly),
        kinds(population));
  }

  private static long entries(Population population, int household) {
    var income = population.income();
    long sum = 0;
    int from = income.from(population.firstPerson(household));
    int to = income.from(population.firstPerson(household + 1));
    for (int at = from; at < to; at++) {
      sum += Math.min(Math.abs(income.part(1).get(at)), MOST_CENTS);
    }
    return sum;
  }

  private static Set<IncomeKind> kinds(Population population) {
    var kinds = EnumSet.noneOf(IncomeKind.class);
    var held = population.income().part(0);
    for (int at = 0; at < held.size() && kinds.size() < KINDS.length; at++) {
      kinds.add(KINDS[(int) held.get(at) / PERIODS.length]);
    }
    return kinds;
  }

  /** Whether what is shown for the others holds for these. */
  boolean isWithin(Limits others) {
    return largest <= others.largest
        && others.sizes.holds(sizes)
        && others.rates.holds(rates)
        && others.yearly.holds(yearly)
        && others.kinds.containsAll(kinds);
  }

  Limits or(Limits other) {
    var all = EnumSet.noneOf(IncomeKind.class);
    all.addAll(kinds);
    all.addAll(other.kinds);
    return new Limits(
        Math.max(largest, other.largest),
        sizes.or(other.sizes),
        rates.or(other.rates),
        yearly.or(other.yearly),
        all);
  }

  /** Somewhat wider ones: a household of two or three persons more, some times the income. */
  Limits withRoom() {
    int larger = Math.min(Household.MAX_MEMBERS, largest + 2 + largest / 4);
    long babies = Math.ceilDiv(sizes.most(), (long) largest);
    return new Limits(larger, new Range(1, larger * babies), wider(rates), wider(yearly), kinds);
  }

  private static Range wider(Range range) {
    long most = Long.highestOneBit(Math.max(range.most(), 1));
    boolean isHuge = most >= 1L << 58;
    return isHuge ? range : new Range(-(most * 4 - 1), most * 4 - 1);
  }

  Range members() {
    return new Range(0, (1L << largest) - 1);
  }

  boolean has(IncomeKind kind) {
    return kinds.contains(kind);
  }
}
