package org.konbit.rules.bulk;

import java.util.Arrays;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;

/**
 * Of whom of a household it holds what its income and size rest on: who is young, expects a baby,
 * has an income or must file. Of a chunk first by person, then of one household as bits.
 */
final class Traits {
  private static final int YOUNG = 0;
  private static final int CHILD_OF_DISABLED = 1;
  private static final int EXPECTING = 2;
  private static final int EARNING = 3;
  private static final int EARNING_IN_YEAR = 4;
  private static final int FILING = 5;
  // Nobody expects more, so that what is counted stays within the proven range.
  private static final int MOST_BABIES = 99;

  private final Column born;
  private final Column age;
  private final Column pregnant;
  private final Column babies;
  private final Law law;
  private final int youngBirthday;
  private final int disabledBirthday;
  private final boolean isNobodyExpecting;
  private final byte[] traits;
  private final long[] expected;
  private final long[] first;
  private final long[] second;
  private long young;
  private long childOfDisabled;
  private long expecting;
  private long earning;
  private long earningInYear;
  private long filing;

  Traits(Population population, Law law, int rows) {
    var unknown = new Column(Values.UNKNOWN);
    born = population.column(Vocabulary.BIRTH_DATE).orElse(unknown);
    age = population.column(Vocabulary.AGE).orElse(unknown);
    pregnant = population.column(Vocabulary.PREGNANT).orElse(unknown);
    babies = population.column(Vocabulary.EXPECTED_BABIES).orElse(unknown);
    this.law = law;
    youngBirthday = law.lastBirthday(law.childAge());
    disabledBirthday = law.lastBirthday(Law.DISABLED_CHILD_AGE);
    isNobodyExpecting = pregnant.most() < Values.TRUE && babies.most() < 1;
    traits = new byte[rows];
    expected = new long[rows];
    first = new long[rows];
    second = new long[rows];
  }

  void read(int from, int rows, boolean areAges, boolean areBabies, IncomeKernel income) {
    Arrays.fill(traits, 0, rows, (byte) 0);
    if (areAges) {
      ages(from, rows);
    }
    if (areBabies && !isNobodyExpecting) {
      babies(from, rows);
    }
    income(income.monthly, income.yearly, income.mustFile, rows);
  }

  private void ages(int from, int rows) {
    born.copy(from, rows, first);
    boolean isOfAll = !born.hasUnknown() && !born.hasNone();
    if (!isOfAll) {
      age.copy(from, rows, second);
    }
    int childAge = law.childAge();
    for (int row = 0; row < rows; row++) {
      long day = first[row];
      boolean isBorn = isOfAll || Values.isPresent(day);
      boolean isYoung = isBorn ? day > youngBirthday : second[row] < childAge;
      boolean isChild = isBorn ? day > disabledBirthday : second[row] < Law.DISABLED_CHILD_AGE;
      traits[row] = (byte) ((isYoung ? 1 << YOUNG : 0) | (isChild ? 1 << CHILD_OF_DISABLED : 0));
    }
  }

  private void babies(int from, int rows) {
    pregnant.copy(from, rows, first);
    babies.copy(from, rows, second);
    for (int row = 0; row < rows; row++) {
      long is = first[row];
      long stated = Math.max(0, second[row]);
      boolean isNot = is == Values.FALSE || is == Values.NONE;
      long counted = isNot ? 0 : is == Values.UNKNOWN ? stated : Math.max(1, stated);
      expected[row] = Math.min(counted, MOST_BABIES);
      traits[row] |= (byte) (counted > 0 ? 1 << EXPECTING : 0);
    }
  }

  private void income(long[] monthly, long[] yearly, byte[] mustFile, int rows) {
    for (int row = 0; row < rows; row++) {
      traits[row] |=
          (byte)
              (notZero(monthly[row]) << EARNING
                  | notZero(yearly[row]) << EARNING_IN_YEAR
                  | mustFile[row] << FILING);
    }
  }

  private static int notZero(long value) {
    return (int) ((value | -value) >>> 63);
  }

  /** From now on the household whose first person stands in the row. */
  void gather(int row, int size) {
    long all0 = 0;
    long all1 = 0;
    long all2 = 0;
    long all3 = 0;
    long all4 = 0;
    long all5 = 0;
    for (int member = 0; member < size; member++) {
      long of = traits[row + member];
      all0 |= (of >>> YOUNG & 1) << member;
      all1 |= (of >>> CHILD_OF_DISABLED & 1) << member;
      all2 |= (of >>> EXPECTING & 1) << member;
      all3 |= (of >>> EARNING & 1) << member;
      all4 |= (of >>> EARNING_IN_YEAR & 1) << member;
      all5 |= (of >>> FILING & 1) << member;
    }
    young = all0;
    childOfDisabled = all1;
    expecting = all2;
    earning = all3;
    earningInYear = all4;
    filing = all5;
  }

  /** Who is under the age at which a state ends childhood. */
  long young() {
    return young;
  }

  /** Who counts as a child in a disabled person's household. */
  long childOfDisabled() {
    return childOfDisabled;
  }

  long expecting() {
    return expecting;
  }

  /** Who has income now that counts. */
  long earning() {
    return earning;
  }

  /** Who has income in the year that counts. */
  long earningInYear() {
    return earningInYear;
  }

  /** Who must file even as a dependent. */
  long filing() {
    return filing;
  }

  /** How many babies the person in the row expects; meaningful of who does. */
  long babies(int row) {
    return expected[row];
  }
}
