package org.konbit.simulation.family;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.konbit.rules.bulk.Population;
import org.konbit.rules.bulk.PopulationBuilder;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.Period;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.simulation.figures.Assumptions;
import org.konbit.simulation.microdata.Block;
import org.konbit.simulation.microdata.Draw;
import org.konbit.simulation.microdata.Home;
import org.konbit.simulation.microdata.Person;
import org.konbit.simulation.microdata.Person.Coverage;
import org.konbit.simulation.status.Immigration;
import org.konbit.simulation.status.StatusModel;

/**
 * Turns a block of homes into households whose every fact is answered, for one draw of statuses.
 * People in institutions are left out: the law of coverage there is another.
 */
public final class Families {
  private static final List<Fact> USUALLY_NO =
      List.of(
          Vocabulary.FORMER_FOSTER_CARE,
          Vocabulary.BORN_TO_MEMBER,
          Vocabulary.PREGNANT,
          Vocabulary.EXPECTED_BABIES,
          Vocabulary.DISABLED,
          Vocabulary.FINAL_REMOVAL_ORDER,
          Vocabulary.IN_PROCEEDINGS,
          Vocabulary.VETERAN,
          Vocabulary.WORK_QUARTERS,
          Vocabulary.PETITION_APPROVED,
          Vocabulary.ASSETS);
  private static final List<Fact> USUALLY_NONE =
      List.of(
          Vocabulary.PREGNANCY_ENDED_ON,
          Vocabulary.SINCE,
          Vocabulary.FILED_ON,
          Vocabulary.ENTERED_ON,
          Vocabulary.NATIONALITY,
          Vocabulary.WORK_PERMIT,
          Vocabulary.FORMERLY,
          Vocabulary.PAROLED_ON,
          Vocabulary.PAROLED_UNTIL);
  private static final List<Fact> USUALLY_YES =
      List.of(
          Vocabulary.RESIDENT,
          Vocabulary.RELATIONSHIPS_KNOWN,
          Vocabulary.INCOME_ENTRIES,
          Vocabulary.ENROLLED_IN,
          Vocabulary.MEDICARE,
          Vocabulary.CONDITIONS);

  private static final long AFFORDABLE = Words.code("affordable");
  private static final int BIRTHDAY = 101;
  private static final int FILES = 102;
  private static final int PREGNANT = 103;
  private static final int BIRTH = 104;
  private static final int DAYS = 365;
  private static final int AGES = 121;
  private static final long CENTS = 100;

  private static final Set<String> NUMBERED =
      Set.of("daca", "tps", "parolee", "afghan_parolee", "ukrainian_parolee", "adjustment_pending");

  private final Vocabulary vocabulary;
  private final StatusModel statuses;
  private final Assumptions assumptions;
  private final LocalDate day;
  private final long seed;
  private final Optional<Fact> student;
  private final Assumptions.ByAge pregnant;
  private final Assumptions.ByAge interestRate;
  private final Map<String, Long> stateWords = new ConcurrentHashMap<>();
  private final long[] firstBirthdays = new long[AGES];

  public Families(
      Vocabulary vocabulary,
      StatusModel statuses,
      Assumptions assumptions,
      LocalDate day,
      long seed) {
    this.vocabulary = vocabulary;
    this.statuses = statuses;
    this.assumptions = assumptions;
    this.day = day;
    this.seed = seed;
    this.student = vocabulary.find("fullTimeStudent");
    this.pregnant = assumptions.byAge("pregnant", day);
    this.interestRate = assumptions.byAge("interest_rate", day);
    Arrays.setAll(firstBirthdays, age -> day.minusYears(age).toEpochDay());
  }

  /**
   * The households of one draw.
   *
   * @param rows who stands in each row of the population
   */
  public record Drawn(Population population, Rows rows) {}

  /** All homes of these blocks, as one draw has them. */
  public Drawn of(List<Block> blocks, int draw) {
    var builder = builder();
    var rows = new Rows(blocks);
    for (int number = 0; number < blocks.size(); number++) {
      var block = blocks.get(number);
      for (int home = 0; home < block.homes(); home++) {
        if (block.type(home) != Home.Type.INSTITUTION) {
          new Filling(builder, block, home, draw).fill(rows, number);
        }
      }
    }
    return new Drawn(builder.build(), rows);
  }

  /** One home alone, as one draw has it. */
  public Drawn of(Block block, int home, int draw) {
    var builder = builder();
    var rows = new Rows(List.of(block));
    new Filling(builder, block, home, draw).fill(rows, 0);
    return new Drawn(builder.build(), rows);
  }

  private PopulationBuilder builder() {
    var builder = new PopulationBuilder(vocabulary);
    USUALLY_NO.forEach(fact -> builder.usually(fact, Values.FALSE));
    USUALLY_NONE.forEach(fact -> builder.usually(fact, Values.NONE));
    USUALLY_YES.forEach(fact -> builder.usually(fact, Values.TRUE));
    builder.usually(Vocabulary.STATUS, Words.code("citizen"));
    builder.usually(Vocabulary.EMPLOYER_OFFER, Words.code("none"));
    return builder;
  }

  /** One home on its way into the columns. */
  private final class Filling implements Returns.Papers {
    private final PopulationBuilder builder;
    private final Block block;
    private final int home;
    private final int draw;
    private final List<Person> people = new ArrayList<>();
    private final List<Optional<Immigration>> drawn = new ArrayList<>();
    private final long key;
    private final String state;
    private final boolean[] numbered;

    Filling(PopulationBuilder builder, Block block, int home, int draw) {
      this.builder = builder;
      this.block = block;
      this.home = home;
      this.draw = draw;
      this.key = Draw.key(seed, block.serial(home));
      this.state = block.state(home);
      this.numbered = new boolean[block.firstPerson(home + 1) - block.firstPerson(home)];
    }

    void fill(Rows rows, int number) {
      for (int p = block.firstPerson(home); p < block.firstPerson(home + 1); p++) {
        var person = block.person(p);
        people.add(person);
        drawn.add(
            person.isNoncitizen()
                ? Optional.of(statuses.draw(block, home, p, draw))
                : Optional.empty());
      }
      builder.startHousehold(people.size());
      builder.put(Vocabulary.STATE, 0, stateWords.computeIfAbsent(state, Words::code));
      for (int i = 0; i < people.size(); i++) {
        numbered[i] = drawn.get(i).map(Filling::isNumbered).orElse(true);
        person(i);
        rows.add(number, block.firstPerson(home) + i, home, group(i));
      }
      var kin = new Kin(people);
      kin.relationships().forEach(r -> builder.relates(r.from(), r.is(), r.to()));
      new Returns(people, kin, this).writeTo(builder);
    }

    private Immigration.Group group(int i) {
      var citizen =
          people.get(i).citizenship() == 4
              ? Immigration.Group.NATURALISED
              : Immigration.Group.CITIZEN_BORN;
      return drawn.get(i).map(Immigration::group).orElse(citizen);
    }

    private void person(int i) {
      var person = people.get(i);
      long born = firstBirthdays[person.age()] - Draw.below(own(i), BIRTHDAY, DAYS);
      builder.put(Vocabulary.BIRTH_DATE, i, born);
      boolean isVeteran = person.military() == 1 || person.military() == 2;
      builder.put(Vocabulary.VETERAN, i, Values.of(isVeteran));
      student.ifPresent(fact -> builder.put(fact, i, Values.of(person.isInSchool())));
      pregnancy(i, person);
      income(i, person);
      insurance(i, person);
      drawn.get(i).ifPresent(immigration -> immigration(i, immigration));
    }

    // What does not differ from draw to draw.
    private long own(int i) {
      return Draw.key(key, i);
    }

    private void pregnancy(int i, Person person) {
      long now = Draw.key(own(i), 7_000L + draw);
      if (person.gaveBirth()) {
        long days = Draw.below(now, BIRTH, DAYS);
        builder.put(Vocabulary.PREGNANCY_ENDED_ON, i, day.toEpochDay() - days);
      } else if (person.isFemale()
          && person.age() >= 15
          && person.age() <= 50
          && Draw.uniform(now, PREGNANT) < pregnant.value(state, person.age())) {
        builder.put(Vocabulary.PREGNANT, i, Values.TRUE);
        builder.put(Vocabulary.EXPECTED_BABIES, i, 1);
      }
      if (person.age() == 0) {
        boolean isBornToMember =
            people.stream().anyMatch(p -> p.gaveBirth() && p.has(Coverage.MEDICAID));
        builder.put(Vocabulary.BORN_TO_MEMBER, i, Values.of(isBornToMember));
      }
    }

    private void income(int i, Person person) {
      var incomes = person.incomes();
      earns(i, IncomeKind.WAGES, incomes.wages());
      earns(i, IncomeKind.SELF_EMPLOYMENT, incomes.selfEmployment());
      earns(i, IncomeKind.SOCIAL_SECURITY, incomes.socialSecurity());
      earns(i, IncomeKind.SSI, incomes.ssi());
      earns(i, IncomeKind.CASH_AID, incomes.cashAid());
      earns(i, IncomeKind.PENSION, incomes.retirement());
      earns(i, IncomeKind.INTEREST, incomes.interest());
      earns(i, IncomeKind.OTHER, incomes.other());
      if (incomes.interest() > 0) {
        double rate = interestRate.value(state, person.age());
        builder.put(Vocabulary.ASSETS, i, Math.round(incomes.interest() / rate) * CENTS);
      }
    }

    private void earns(int i, IncomeKind kind, int dollars) {
      if (dollars != 0) {
        builder.earns(i, kind, dollars * CENTS, Period.YEAR);
      }
    }

    private void insurance(int i, Person person) {
      boolean hasOther =
          person.has(Coverage.EMPLOYER)
              || person.has(Coverage.TRICARE)
              || person.has(Coverage.VETERANS)
              || (person.has(Coverage.DIRECT) && !person.has(Coverage.SUBSIDISED));
      if (hasOther) {
        builder.enrols(i, "other", Values.UNKNOWN);
      }
      if (person.has(Coverage.EMPLOYER)) {
        builder.put(Vocabulary.EMPLOYER_OFFER, i, AFFORDABLE);
      }
      if (person.has(Coverage.MEDICARE)) {
        builder.putWords(Vocabulary.MEDICARE, i, Set.of("A", "B"));
      }
      boolean isDisabledByLaw =
          person.incomes().ssi() > 0
              || (person.isDisabled()
                  && person.age() < 65
                  && (person.has(Coverage.MEDICARE) || person.incomes().socialSecurity() > 0));
      builder.put(Vocabulary.DISABLED, i, Values.of(isDisabledByLaw));
    }

    private void immigration(int i, Immigration drawn) {
      builder.put(Vocabulary.STATUS, i, Words.code(drawn.status()));
      builder.put(Vocabulary.SINCE, i, drawn.since().toEpochDay());
      builder.put(Vocabulary.ENTERED_ON, i, drawn.enteredOn().toEpochDay());
      builder.put(Vocabulary.NATIONALITY, i, Words.code(drawn.nationality()));
      builder.put(Vocabulary.FILED_ON, i, day(drawn.filedOn()));
      builder.put(Vocabulary.PAROLED_ON, i, day(drawn.paroledOn()));
      builder.put(Vocabulary.PAROLED_UNTIL, i, day(drawn.paroledUntil()));
      builder.put(
          Vocabulary.WORK_PERMIT, i, drawn.workPermit().map(Words::code).orElse(Values.NONE));
    }

    private static long day(Optional<LocalDate> date) {
      return date.map(LocalDate::toEpochDay).orElse(Values.NONE);
    }

    @Override
    public boolean hasNumber(int i) {
      return numbered[i];
    }

    private static boolean isNumbered(Immigration drawn) {
      return !drawn.isWithoutStatus()
          || NUMBERED.contains(drawn.status())
          || drawn.workPermit().isPresent();
    }

    @Override
    public boolean filesWithout(int i) {
      int age = Math.max(18, people.get(i).age());
      return Draw.uniform(Draw.key(own(i), draw), FILES)
          < assumptions.value("files_taxes", state, age, day);
    }
  }
}
