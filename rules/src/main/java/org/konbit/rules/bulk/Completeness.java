package org.konbit.rules.bulk;

import java.util.BitSet;
import java.util.List;
import org.konbit.rules.bulk.Derived.Need;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;

/** In which households an answer is missing that what is derived rests on. */
final class Completeness {
  private static final int YOUNGEST = 9;
  private static final int OLDEST = 64;

  private final Population population;
  private final int needs;
  private final Ages ages;
  private final List<Reader> needed;
  private final Reader relationships;
  private final Reader pregnant;
  private final Reader babies;
  private final Reader incomes;
  private final int from9;
  private final int from65;

  private Completeness(Population population, int needs, Law law) {
    this.population = population;
    this.needs = needs;
    ages = new Ages(population);
    relationships = Reader.of(population, Vocabulary.RELATIONSHIPS_KNOWN);
    pregnant = Reader.of(population, Vocabulary.PREGNANT);
    babies = Reader.of(population, Vocabulary.EXPECTED_BABIES);
    incomes = Reader.of(population, Vocabulary.INCOME_ENTRIES);
    from9 = law.lastBirthday(YOUNGEST);
    from65 = law.lastBirthday(OLDEST + 1);
    var facts =
        isNeeded(Need.TAX)
            ? List.of(
                Vocabulary.FILES, Vocabulary.CLAIMED_BY, Vocabulary.JOINTLY_WITH, Vocabulary.CLAIMS)
            : List.<Fact>of();
    needed = facts.stream().map(fact -> Reader.of(population, fact)).toList();
  }

  /** A bit for each household that must be decided by itself. */
  static BitSet incomplete(Population population, int needs, Law law) {
    var incomplete = new BitSet(population.households());
    if ((needs & Derived.bit(Need.FIGURES)) != 0 && !law.isStated()) {
      incomplete.set(0, population.households());
      return incomplete;
    }
    var completeness = new Completeness(population, needs, law);
    if (completeness.isSure()) {
      return incomplete;
    }
    for (int household = 0; household < population.households(); household++) {
      if (!completeness.isComplete(household)) {
        incomplete.set(household);
      }
    }
    return incomplete;
  }

  private boolean isNeeded(Need need) {
    return (needs & Derived.bit(need)) != 0;
  }

  // Where every column is full there is no need to look at twenty million rows.
  private boolean isSure() {
    return needed.stream().allMatch(Reader::isFull)
        && (!isNeeded(Need.KIN) || relationships.isFull())
        && (!isNeeded(Need.AGE) || ages.areAllKnown())
        && (!isNeeded(Need.BABIES) || (pregnant.isFull() && babies.isFull()))
        && (!isNeeded(Need.INCOME) || (incomes.isFull() && areIncomesModest()));
  }

  private boolean areIncomesModest() {
    var cents = population.income().part(1);
    return cents.size() == 0
        || (cents.most() <= Limits.MOST_CENTS && cents.least() >= -Limits.MOST_CENTS);
  }

  private boolean isComplete(int household) {
    int from = population.firstPerson(household);
    int to = population.firstPerson(household + 1);
    if (isNeeded(Need.KIN) && to - from > 1 && relationships.at(household) == Values.UNKNOWN) {
      return false;
    }
    for (int row = from; row < to; row++) {
      if (!isCompletePerson(row)) {
        return false;
      }
    }
    return true;
  }

  private boolean isCompletePerson(int row) {
    for (int i = 0; i < needed.size(); i++) {
      if (needed.get(i).at(row) == Values.UNKNOWN) {
        return false;
      }
    }
    return (!isNeeded(Need.AGE) || ages.isKnown(row))
        && (!isNeeded(Need.BABIES) || areBabiesKnown(row))
        && (!isNeeded(Need.INCOME) || isIncomeKnown(row));
  }

  private boolean areBabiesKnown(int row) {
    if (babies.at(row) != Values.UNKNOWN) {
      return true;
    }
    long is = pregnant.at(row);
    return is == Values.UNKNOWN
        ? ages.isUnder(row, YOUNGEST, from9) || !ages.isUnder(row, OLDEST + 1, from65)
        : is != Values.TRUE;
  }

  private boolean isIncomeKnown(int row) {
    if (incomes.at(row) == Values.UNKNOWN) {
      return false;
    }
    var income = population.income();
    for (int at = income.from(row); at < income.to(row); at++) {
      if (Math.abs(income.part(1).get(at)) > Limits.MOST_CENTS) {
        return false;
      }
    }
    return true;
  }
}
