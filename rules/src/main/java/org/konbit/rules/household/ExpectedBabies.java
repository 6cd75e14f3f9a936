package org.konbit.rules.household;

/** Babies who are counted before they are born: 42 CFR 435.603(b), "family size". */
final class ExpectedBabies {
  private static final int YOUNGEST = 9;
  private static final int OLDEST = 64;
  private static final long ALL = 99;

  private ExpectedBabies() {}

  /** Those of the member in full, those of the others as far as the state counts them. */
  static long counted(View view, int member, long members) {
    long babies = 0;
    boolean isOpen = false;
    long forOthers = Values.UNKNOWN;
    for (long rest = members; rest != 0; rest &= rest - 1) {
      int person = Long.numberOfTrailingZeros(rest);
      if (person != member && forOthers == Values.UNKNOWN) {
        forOthers = view.parameter("magi_expected_babies_for_others", view.year());
      }
      long expected = of(view, person, person == member ? ALL : forOthers);
      isOpen |= expected == Values.UNKNOWN;
      babies += expected == Values.UNKNOWN ? 0 : expected;
    }
    return isOpen ? Values.UNKNOWN : babies;
  }

  // The number is looked at only of someone who may be pregnant, so that it is not asked in vain.
  private static long of(View view, int person, long most) {
    long pregnant = view.household().value(Vocabulary.PREGNANT, person);
    long stated = view.household().value(Vocabulary.EXPECTED_BABIES, person);
    if (most == 0 || pregnant == Values.FALSE || pregnant == Values.NONE) {
      return 0;
    }
    if (pregnant == Values.UNKNOWN) {
      return stated == Values.UNKNOWN
          ? ofUnasked(view, person)
          : Math.min(most, Math.max(stated, 0));
    }
    if (stated == Values.UNKNOWN && most > 1) {
      view.missing(Vocabulary.EXPECTED_BABIES, person);
      return Values.UNKNOWN;
    }
    // Where the number is not known yet ("none" of someone pregnant), one is counted.
    return Math.min(most, Math.max(stated, 1));
  }

  private static long ofUnasked(View view, int person) {
    long isTooYoung = view.isUnderAge(person, YOUNGEST);
    boolean cannotBe =
        isTooYoung == Values.TRUE || view.isUnderAge(person, OLDEST + 1) == Values.FALSE;
    if (cannotBe) {
      return 0;
    }
    if (isTooYoung == Values.UNKNOWN) {
      view.missing(Vocabulary.AGE, person);
    }
    view.missing(Vocabulary.PREGNANT, person);
    return Values.UNKNOWN;
  }
}
