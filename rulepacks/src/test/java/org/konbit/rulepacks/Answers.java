package org.konbit.rulepacks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.konbit.rules.household.Dates;
import org.konbit.rules.household.Enrollment;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.IncomeEntry;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.Period;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.testing.Households;

/** What could be answered to a question: all answers where they can be listed, else a spread. */
final class Answers {
  private static final List<String> NATIONALITIES = List.of("HT", "CU", "BR", "FM", "AF", "UA");
  private static final List<String> PERMITS = List.of("c08", "c09", "a05");

  private Answers() {}

  /** The household with each answer in turn; empty for tax answers, which hang together. */
  static List<Household> of(Household household, Fact fact, int member) {
    if (fact.equals(Vocabulary.FILES)) {
      return List.of();
    }
    // Nobody under 9 or over 64 is asked whether they are pregnant, so no other answer is likely.
    boolean isOfPregnancy =
        fact.equals(Vocabulary.PREGNANT) || fact.equals(Vocabulary.EXPECTED_BABIES);
    if (isOfPregnancy && !mayBePregnant(household, member)) {
      return with(household, fact, member, LongStream.of(0));
    }
    return switch (fact.type()) {
      case BOOL -> with(household, fact, member, LongStream.of(0, 1));
      case COUNT -> with(household, fact, member, counts(fact));
      case CENTS ->
          with(
              household,
              fact,
              member,
              LongStream.of(0, 1, 2_000_00, 2_000_01, 9_950_00, 1_000_000_00));
      case DATE -> with(household, fact, member, days(household.asOf()));
      case WORD -> with(household, fact, member, words(fact));
      case WORDS ->
          fact.options().stream()
              .map(Set::of)
              .map(words -> household.withWords(fact, member, words))
              .toList();
      case INCOME -> incomes(household, member);
      case ENROLLED -> enrollments(household, member);
      case MEMBER, MEMBERS, RELATIONSHIPS -> List.of();
    };
  }

  private static List<Household> with(
      Household household, Fact fact, int member, LongStream values) {
    return values.mapToObj(value -> household.with(fact, member, value)).toList();
  }

  private static boolean mayBePregnant(Household household, int member) {
    long born = household.value(Vocabulary.BIRTH_DATE, member);
    long age =
        Values.isPresent(born)
            ? Dates.yearsBetween(born, household.asOf().toEpochDay())
            : household.value(Vocabulary.AGE, member);
    return age == Values.UNKNOWN || (age >= 9 && age <= 64);
  }

  private static LongStream counts(Fact fact) {
    if (fact.equals(Vocabulary.AGE)) {
      return LongStream.of(0, 1, 5, 6, 15, 18, 19, 20, 21, 25, 26, 49, 50, 59, 60, 64, 65, 90);
    }
    return fact.equals(Vocabulary.WORK_QUARTERS)
        ? LongStream.of(0, 1, 39, 40, 41)
        : LongStream.of(0, 1, 2, 3);
  }

  private static LongStream days(LocalDate asOf) {
    var days = new ArrayList<Long>();
    days.add(Values.NONE);
    for (int years : List.of(0, 1, 2, 5, 7, 20)) {
      for (int off = -1; off <= 1; off++) {
        days.add(asOf.minusYears(years).plusDays(off).toEpochDay());
      }
    }
    days.add(LocalDate.of(1996, 8, 21).toEpochDay());
    return days.stream().mapToLong(Long::longValue);
  }

  private static LongStream words(Fact fact) {
    if (fact.equals(Vocabulary.NATIONALITY)) {
      return NATIONALITIES.stream().mapToLong(Words::code);
    }
    if (fact.equals(Vocabulary.WORK_PERMIT)) {
      return LongStream.concat(LongStream.of(Values.NONE), PERMITS.stream().mapToLong(Words::code));
    }
    var options = fact.options().stream().mapToLong(Words::code);
    return fact.equals(Vocabulary.FORMERLY)
        ? LongStream.concat(LongStream.of(Values.NONE), options)
        : options;
  }

  private static List<Household> incomes(Household household, int member) {
    var answers = new ArrayList<Household>();
    answers.add(household.withIncome(member, List.of()));
    for (long cents = 50_00; cents < 50_000_00; cents = cents * 5 / 3) {
      for (var kind : List.of(IncomeKind.WAGES, IncomeKind.SOCIAL_SECURITY, IncomeKind.SSI)) {
        answers.add(
            household.withIncome(member, List.of(new IncomeEntry(kind, cents, Period.MONTH))));
      }
    }
    var loss = new IncomeEntry(IncomeKind.SELF_EMPLOYMENT, -20_000_00, Period.YEAR);
    answers.add(household.withIncome(member, List.of(loss)));
    return answers;
  }

  private static List<Household> enrollments(Household household, int member) {
    var answers = new ArrayList<Household>();
    answers.add(household.withEnrolled(member, List.of()));
    for (var program : Households.PROGRAMS) {
      long lastYear = household.asOf().minusYears(1).toEpochDay();
      answers.add(household.withEnrolled(member, List.of(new Enrollment(program, lastYear))));
    }
    return answers;
  }
}
