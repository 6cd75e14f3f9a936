package org.konbit.rules.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import org.konbit.rules.household.Enrollment;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.IncomeEntry;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.Period;
import org.konbit.rules.household.Relationship;
import org.konbit.rules.household.Relationship.Kind;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;

/**
 * Random households that a reader would accept: one to six members in Massachusetts or Connecticut,
 * every immigration status, couples, children, grandchildren, joint and separate returns.
 */
public final class Households {
  /** The ids members are enrolled in, {@code other} among them. */
  public static final List<String> PROGRAMS =
      List.of("other", "ma.standard", "ma.limited", "ct.husky_a", "ct.state_husky_a");

  private static final List<String> PERMITS = List.of("c08", "c09", "c10", "c11", "a05", "c33");
  private static final List<String> COUNTRIES = List.of("HT", "CU", "SV", "BR", "CO", "AF", "UA");

  private final Random random;
  private final boolean[] claimed = new boolean[6];
  private Household household;

  private Households(Random random, Vocabulary vocabulary) {
    this.random = random;
    var ids = new ArrayList<String>();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      ids.add("p" + (ids.size() + 1));
    }
    var asOf = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(7 * 365));
    household = Household.of(vocabulary, asOf, ids);
  }

  /** A household of which something may be unknown. */
  public static Household any(Random random) {
    var household = complete(random);
    return random.nextInt(3) == 0 ? household : forgettingSome(household, random);
  }

  /** A household of which everything is answered. */
  public static Household complete(Random random) {
    return complete(random, Vocabulary.base());
  }

  public static Household complete(Random random, Vocabulary vocabulary) {
    var made = new Households(random, vocabulary);
    made.answerSimpleFacts();
    made.relate();
    made.answerTaxes();
    return made.household;
  }

  /** The same household with some answers, never all, taken back. */
  public static Household forgettingSome(Household household, Random random) {
    int oneIn = 2 + random.nextInt(20);
    var forgetful = household;
    for (int member = 0; member < household.size(); member++) {
      for (Fact fact : household.vocabulary().facts()) {
        if ((!fact.ofHousehold() || member == 0) && random.nextInt(oneIn) == 0) {
          forgetful = forgetful.without(fact, member);
        }
      }
    }
    return forgetful;
  }

  /** Everything the household says, to compare two of them. */
  public static String told(Household household) {
    var told = new StringJoiner("\n");
    told.add(household.asOf() + " " + household.ids());
    for (int member = 0; member < household.size(); member++) {
      for (Fact fact : household.vocabulary().facts()) {
        if (household.isKnown(fact, member) && (!fact.ofHousehold() || member == 0)) {
          told.add(household.path(fact, member) + ": " + told(household, fact, member));
        }
      }
    }
    return told.toString();
  }

  private static Object told(Household household, Fact fact, int member) {
    return switch (fact.type()) {
      case INCOME -> household.income(member);
      case ENROLLED -> household.enrolled(member);
      case WORDS -> household.words(fact, member).stream().sorted().toList();
      case RELATIONSHIPS ->
          household.relationships().stream()
              .sorted(
                  Comparator.comparingInt(Relationship::from).thenComparingInt(Relationship::to))
              .toList();
      case BOOL, COUNT, CENTS, DATE, WORD, MEMBER, MEMBERS -> household.value(fact, member);
    };
  }

  /** The ids of a bit mask's members. */
  public static List<String> ids(Household household, long mask) {
    if (mask == Values.UNKNOWN) {
      return List.of("unknown");
    }
    var ids = new ArrayList<String>();
    for (int member = 0; member < household.size(); member++) {
      if ((mask & (1L << member)) != 0) {
        ids.add(household.ids().get(member));
      }
    }
    return ids;
  }

  private void answerSimpleFacts() {
    put(Vocabulary.STATE, 0, Words.code(random.nextBoolean() ? "MA" : "CT"));
    for (int member = 0; member < household.size(); member++) {
      for (Fact fact : household.vocabulary().facts()) {
        if (!fact.ofHousehold()) {
          answer(fact, member);
        }
      }
      answerAgeAndPregnancy(member);
      answerDates(member);
    }
  }

  private void answer(Fact fact, int member) {
    switch (fact.type()) {
      case BOOL -> put(fact, member, random.nextInt(4) == 0 ? 1 : 0);
      case COUNT -> put(fact, member, random.nextInt(41));
      case CENTS -> put(fact, member, random.nextInt(500_000));
      case DATE -> put(fact, member, random.nextInt(3) == 0 ? Values.NONE : pastDay(9_000));
      case WORD -> put(fact, member, word(fact));
      case WORDS -> {
        var words = new HashSet<>(fact.options());
        words.removeIf(word -> random.nextInt(8) != 0);
        household = household.withWords(fact, member, words);
      }
      case INCOME -> household = household.withIncome(member, income());
      case ENROLLED -> household = household.withEnrolled(member, enrolled());
      case MEMBER, MEMBERS, RELATIONSHIPS -> {
        // told once everybody is there
      }
    }
  }

  private long word(Fact fact) {
    if (!fact.options().isEmpty()) {
      boolean isNone = fact.equals(Vocabulary.FORMERLY) && random.nextInt(4) != 0;
      return isNone ? Values.NONE : Words.code(oneOf(fact.options()));
    }
    if (random.nextInt(3) == 0) {
      return Values.NONE;
    }
    return Words.code(oneOf(fact.equals(Vocabulary.NATIONALITY) ? COUNTRIES : PERMITS));
  }

  private List<IncomeEntry> income() {
    var entries = new ArrayList<IncomeEntry>();
    for (int i = random.nextInt(3); i > 0; i--) {
      var kind = oneOf(List.of(IncomeKind.values()));
      var per = oneOf(List.of(Period.values()));
      long cents =
          random.nextInt(per == Period.YEAR ? 6_000_000 : per == Period.MONTH ? 500_000 : 120_000);
      boolean isLoss = kind == IncomeKind.SELF_EMPLOYMENT && random.nextInt(4) == 0;
      entries.add(new IncomeEntry(kind, isLoss ? -cents : cents, per));
    }
    return entries;
  }

  private List<Enrollment> enrolled() {
    if (random.nextInt(3) != 0) {
      return List.of();
    }
    var since = random.nextBoolean() ? Values.UNKNOWN : pastDay(2_000);
    return List.of(new Enrollment(oneOf(PROGRAMS), since));
  }

  private void answerAgeAndPregnancy(int member) {
    int age =
        member == 0 ? 18 + random.nextInt(65) : random.nextInt(random.nextBoolean() ? 22 : 85);
    long birthDay =
        household.asOf().minusYears(age).minusDays(1 + random.nextInt(360)).toEpochDay();
    int shape = random.nextInt(3);
    put(Vocabulary.AGE, member, shape == 0 ? Values.UNKNOWN : age);
    put(Vocabulary.BIRTH_DATE, member, shape == 1 ? Values.UNKNOWN : birthDay);
    boolean isPregnant = age >= 12 && age <= 50 && random.nextInt(5) == 0;
    put(Vocabulary.PREGNANT, member, Values.of(isPregnant));
    put(Vocabulary.EXPECTED_BABIES, member, isPregnant ? 1 + random.nextInt(3) : 0);
    boolean hasEnded = age >= 12 && age <= 50 && random.nextInt(6) == 0;
    put(Vocabulary.PREGNANCY_ENDED_ON, member, hasEnded ? pastDay(500) : Values.NONE);
  }

  private void answerDates(int member) {
    long on = pastDay(3_000);
    put(Vocabulary.PAROLED_ON, member, random.nextBoolean() ? Values.NONE : on);
    put(
        Vocabulary.PAROLED_UNTIL,
        member,
        random.nextBoolean() ? Values.NONE : on + 30 + random.nextInt(900));
  }

  private void relate() {
    var stated = new ArrayList<Relationship>();
    int couple = household.size() > 1 ? random.nextInt(4) : 0;
    if (couple > 1) {
      stated.add(new Relationship(0, 1, couple == 2 ? Kind.SPOUSE : Kind.PARTNER));
    }
    for (int member = couple > 1 ? 2 : 1; member < household.size(); member++) {
      relate(member, couple, stated);
    }
    household = household.withRelationships(stated);
  }

  private void relate(int member, int couple, List<Relationship> stated) {
    var kinds =
        List.of(
            Kind.PARENT, Kind.PARENT, Kind.PARENT, Kind.GRANDPARENT, Kind.CARETAKER, Kind.SIBLING);
    int pick = random.nextInt(kinds.size() + 1);
    if (pick == kinds.size()) {
      return;
    }
    int elder = random.nextInt(5) == 0 ? random.nextInt(member) : 0;
    stated.add(new Relationship(elder, member, kinds.get(pick)));
    if (kinds.get(pick) == Kind.PARENT && elder == 0 && couple > 1 && random.nextBoolean()) {
      stated.add(new Relationship(1, member, random.nextBoolean() ? Kind.PARENT : Kind.STEPPARENT));
    }
  }

  private void answerTaxes() {
    for (int member = 0; member < household.size(); member++) {
      put(Vocabulary.FILES, member, Values.FALSE);
      put(Vocabulary.CLAIMS, member, 0);
      put(Vocabulary.CLAIMED_BY, member, Values.NONE);
      put(Vocabulary.JOINTLY_WITH, member, Values.NONE);
    }
    boolean isCouple = household.relationships().stream().anyMatch(r -> r.is() == Kind.SPOUSE);
    boolean isJoint = isCouple && random.nextInt(3) != 0;
    if (isJoint) {
      put(Vocabulary.JOINTLY_WITH, 0, 1);
      put(Vocabulary.JOINTLY_WITH, 1, 0);
      put(Vocabulary.FILES, 1, Values.TRUE);
    }
    put(Vocabulary.FILES, 0, Values.of(isJoint || random.nextInt(4) != 0));
    for (int member = isJoint ? 2 : 1; member < household.size(); member++) {
      put(Vocabulary.FILES, member, Values.of(random.nextInt(3) == 0));
    }
    for (int member = isJoint ? 2 : 0; member < household.size(); member++) {
      if (random.nextBoolean()) {
        claim(member, random.nextInt(household.size()), isJoint);
      }
    }
  }

  private void claim(int member, int by, boolean isJoint) {
    boolean claimsSomebody = household.value(Vocabulary.CLAIMS, member) != 0;
    boolean files = household.value(Vocabulary.FILES, by) == Values.TRUE;
    if (by == member || claimsSomebody || !files || claimed[by]) {
      return;
    }
    claimed[member] = true;
    int filer = isJoint && by == 1 ? 0 : by;
    long claims = household.value(Vocabulary.CLAIMS, filer) | (1L << member);
    put(Vocabulary.CLAIMED_BY, member, filer);
    put(Vocabulary.CLAIMS, filer, claims);
    if (isJoint && filer == 0) {
      put(Vocabulary.CLAIMS, 1, claims);
    }
  }

  private void put(Fact fact, int member, long value) {
    household = household.with(fact, member, value);
  }

  private long pastDay(int within) {
    return household.asOf().toEpochDay() - random.nextInt(within);
  }

  private <T> T oneOf(List<T> options) {
    return options.get(random.nextInt(options.size()));
  }
}
