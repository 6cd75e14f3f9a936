package org.konbit.rules.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.IncomeEntry;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.Period;
import org.konbit.rules.household.Relationship;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.screening.Aspect;
import org.konbit.rules.screening.MemberResult;
import org.konbit.rules.screening.Outcome;
import org.konbit.rules.screening.Screener;
import org.konbit.rules.screening.Shown;

/**
 * Makes the table of statuses and programs by screening an example person for each of its cells.
 */
public final class Matrices {
  private static final List<Matrix.Profile> PROFILES =
      List.of(
          new Matrix.Profile("child_5", "child, 5", 5),
          new Matrix.Profile("young_19", "young adult, 19", 19),
          new Matrix.Profile("adult_35", "adult, 35", 35),
          new Matrix.Profile("pregnant_28", "pregnant, 28", 28),
          new Matrix.Profile("parent_35", "parent of a child, 35", 35),
          new Matrix.Profile("older_70", "older person, 70", 70));

  private static final long PROBE_CENTS = 100_000_000;

  private final Screener screener;

  public Matrices(Screener screener) {
    this.screener = screener;
  }

  /** The people whose columns the table has. */
  public static List<Matrix.Profile> profiles() {
    return PROFILES;
  }

  /** One adult of that age, or child with a parent, in place of the usual people. */
  public static List<Matrix.Profile> profiles(int age) {
    return List.of(new Matrix.Profile("age_" + age, "age " + age, age));
  }

  /**
   * The table for one state and date.
   *
   * @param percent everyone's income, in percent of the poverty guideline
   * @throws org.konbit.rules.screening.NotCovered if the packs hold no law for it
   */
  public Matrix of(String state, LocalDate asOf, int percent, List<Matrix.Profile> profiles) {
    // Whoever lives in a household counts whatever their status, so one probe tells the income of a
    // whole column.
    var anybody = Situation.all().getFirst();
    var incomes = new LinkedHashMap<Matrix.Profile, Long>();
    for (Matrix.Profile profile : profiles) {
      incomes.put(profile, income(people(state, asOf, profile, anybody), profile, percent));
    }
    var rows =
        Situation.all().parallelStream()
            .map(situation -> row(state, asOf, incomes, situation))
            .toList();
    var programs = List.copyOf(rows.getFirst().cells().getFirst().programs().keySet());
    return new Matrix(state, asOf, percent, profiles, programs, rows);
  }

  private Matrix.Row row(
      String state, LocalDate asOf, Map<Matrix.Profile, Long> incomes, Situation situation) {
    var cells = new ArrayList<Matrix.Cell>();
    incomes.forEach((profile, yearlyCents) -> {
      var people = people(state, asOf, profile, situation);
      cells.add(cell(withIncome(people, earner(profile), yearlyCents)));
    });
    return new Matrix.Row(situation.status(), situation.variant(), cells);
  }

  private Matrix.Cell cell(Household household) {
    var person = first(household);
    var outcomes = new LinkedHashMap<String, Outcome>();
    person.programs().forEach(result -> outcomes.put(result.program(), result.outcome()));
    var notes =
        person.programs().stream()
            .filter(result -> result.program().equals(person.best()))
            .flatMap(result -> result.notes().stream())
            .toList();
    return new Matrix.Cell(person.best(), outcomes, notes);
  }

  private MemberResult first(Household household) {
    return screener.screen(household, EnumSet.noneOf(Aspect.class), Set.of()).members().getFirst();
  }

  /** The person of one cell, first in a household of which everything is known. */
  public Household household(
      String state, LocalDate asOf, int percent, Matrix.Profile profile, String status) {
    var situation =
        Situation.all().stream()
            .filter(candidate -> candidate.status().equals(status))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("No status is (%s).".formatted(status)));
    var people = people(state, asOf, profile, situation);
    return withIncome(people, earner(profile), income(people, profile, percent));
  }

  private static boolean isChild(Matrix.Profile profile) {
    return profile.age() < 19;
  }

  // A child lives with a parent, who comes second and earns.
  private static int earner(Matrix.Profile profile) {
    return isChild(profile) ? 1 : 0;
  }

  private Household people(
      String state, LocalDate asOf, Matrix.Profile profile, Situation situation) {
    boolean isChild = isChild(profile);
    boolean isParent = profile.id().startsWith("parent");
    var ids = isChild || isParent ? List.of("p1", "p2") : List.of("p1");
    var household = Household.of(screener.packs().vocabulary(), asOf, ids);
    household = household.with(Vocabulary.STATE, 0, Words.code(state));
    for (int member = 0; member < ids.size(); member++) {
      household = everyday(household, member);
    }
    household = situation.applyTo(household.with(Vocabulary.AGE, 0, profile.age()), 0);
    if (profile.id().startsWith("pregnant")) {
      household =
          household
              .with(Vocabulary.PREGNANT, 0, Values.TRUE)
              .with(Vocabulary.EXPECTED_BABIES, 0, 1);
    }
    if (isChild) {
      household = situation.applyTo(household.with(Vocabulary.AGE, 1, 35), 1);
    } else if (isParent) {
      household =
          household.with(Vocabulary.AGE, 1, 5).with(Vocabulary.STATUS, 1, Words.code("citizen"));
    }
    return related(household, earner(profile));
  }

  private static Household everyday(Household household, int member) {
    var everyday = household;
    for (Fact none : List.of(Vocabulary.PREGNANCY_ENDED_ON, Vocabulary.JOINTLY_WITH)) {
      everyday = everyday.with(none, member, Values.NONE);
    }
    for (Fact no :
        List.of(
            Vocabulary.PREGNANT,
            Vocabulary.DISABLED,
            Vocabulary.FORMER_FOSTER_CARE,
            Vocabulary.BORN_TO_MEMBER)) {
      everyday = everyday.with(no, member, Values.FALSE);
    }
    return everyday
        .with(Vocabulary.RESIDENT, member, Values.TRUE)
        .with(Vocabulary.TAX_ID, member, Words.code("ssn"))
        .with(Vocabulary.EMPLOYER_OFFER, member, Words.code("none"))
        .with(Vocabulary.ASSETS, member, 0)
        .withWords(Vocabulary.MEDICARE, member, Set.of())
        .withWords(Vocabulary.CONDITIONS, member, Set.of())
        .withEnrolled(member, List.of())
        .withIncome(member, List.of());
  }

  private static Household related(Household household, int filer) {
    var known =
        household
            .with(Vocabulary.FILES, filer, Values.TRUE)
            .with(Vocabulary.CLAIMED_BY, filer, Values.NONE)
            .with(Vocabulary.CLAIMS, filer, 0);
    if (household.size() == 1) {
      return known.withRelationships(List.of());
    }
    int child = 1 - filer;
    return known
        .with(Vocabulary.CLAIMS, filer, 1L << child)
        .with(Vocabulary.FILES, child, Values.FALSE)
        .with(Vocabulary.CLAIMS, child, 0)
        .with(Vocabulary.CLAIMED_BY, child, filer)
        .withRelationships(List.of(new Relationship(filer, child, Relationship.Kind.PARENT)));
  }

  // What the guideline is, is the packs' to say: a large income shows it. Guidelines are whole
  // multiples of ten dollars, so what the percentage rounds away is found again.
  private long income(Household people, Matrix.Profile profile, int percent) {
    var shown =
        first(withIncome(people, earner(profile), PROBE_CENTS))
            .derived()
            .getOrDefault("magi.percent_of_poverty", Optional.empty());
    long hundredths = shown.map(Shown::number).orElse(PROBE_CENTS);
    long guideline = (PROBE_CENTS * 10_000 / hundredths + 500) / 1_000 * 1_000;
    return guideline * percent / 100;
  }

  private static Household withIncome(Household household, int earner, long yearlyCents) {
    return household.withIncome(
        earner,
        yearlyCents == 0
            ? List.of()
            : List.of(new IncomeEntry(IncomeKind.WAGES, yearlyCents, Period.YEAR)));
  }
}
