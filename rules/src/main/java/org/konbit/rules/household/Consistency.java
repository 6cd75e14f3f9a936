package org.konbit.rules.household;

/** Refuses answers of one member that contradict each other, and completes what follows. */
final class Consistency {
  // A limit of a ten-thousandth is the finest the law knows, so that many a rate can be multiplied
  // by.
  private static final long MOST_YEARLY_CENTS = 6_000_000_000_00L;

  private final Draft draft;

  private Consistency(Draft draft) {
    this.draft = draft;
  }

  static void check(Draft draft) {
    var checks = new Consistency(draft);
    for (int member = 0; member < draft.size(); member++) {
      checks.age(member);
      checks.pregnancy(member);
      checks.parole(member);
    }
    checks.income();
    TaxConsistency.check(draft);
  }

  private void age(int member) {
    long birth = draft.value(Vocabulary.BIRTH_DATE, member);
    if (birth == Values.UNKNOWN) {
      return;
    }
    long age = Dates.yearsBetween(birth, draft.household().asOf().toEpochDay());
    if (age < 0) {
      draft.problem(
          Vocabulary.BIRTH_DATE,
          member,
          "The birthDate is after asOf (%s).".formatted(draft.household().asOf()),
          "");
    } else if (age > 130) {
      draft.problem(
          Vocabulary.BIRTH_DATE,
          member,
          "The birthDate makes the member (%d) older than 130.".formatted(age),
          "");
    } else if (!draft.isUnknown(Vocabulary.AGE, member)
        && draft.value(Vocabulary.AGE, member) != age) {
      draft.problem(
          Vocabulary.AGE,
          member,
          "The age (%d) is not the one that follows from birthDate (%d)."
              .formatted(draft.value(Vocabulary.AGE, member), age),
          "Keep birthDate and leave age out.");
    }
  }

  private void pregnancy(int member) {
    long babies = draft.value(Vocabulary.EXPECTED_BABIES, member);
    if (babies > 0 && draft.value(Vocabulary.PREGNANT, member) == Values.FALSE) {
      draft.problem(
          Vocabulary.EXPECTED_BABIES,
          member,
          "The expectedBabies (%d) contradict pregnant (false).".formatted(babies),
          "Correct one of the two.");
    }
    if (babies != Values.UNKNOWN) {
      draft.complete(Vocabulary.PREGNANT, member, Values.of(babies > 0));
    }
    if (draft.value(Vocabulary.PREGNANT, member) == Values.FALSE) {
      draft.complete(Vocabulary.EXPECTED_BABIES, member, 0);
    }
  }

  private void parole(int member) {
    long on = draft.value(Vocabulary.PAROLED_ON, member);
    long until = draft.value(Vocabulary.PAROLED_UNTIL, member);
    if (Values.isPresent(on) && Values.isPresent(until) && until < on) {
      draft.problem(Vocabulary.PAROLED_UNTIL, member, "The paroledUntil is before paroledOn.", "");
    }
  }

  // Keeps every sum and percentage of incomes far from the edge of 64 bits.
  private void income() {
    long total = 0;
    for (int member = 0; member < draft.size(); member++) {
      for (IncomeEntry entry : draft.household().income(member)) {
        total += Math.abs(entry.yearly());
      }
      if (total > MOST_YEARLY_CENTS) {
        draft.problem(
            Vocabulary.INCOME_ENTRIES,
            member,
            "The household's amounts add up to more than 6,000,000,000 dollars a year.",
            "");
        return;
      }
    }
  }
}
