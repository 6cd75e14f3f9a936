package org.konbit.rules.bulk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.konbit.rules.household.Enrollment;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.IncomeEntry;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.Period;
import org.konbit.rules.household.Relationship;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;

/**
 * Lays households out as the columns of a {@link Population}, from documents or value by value:
 *
 * <pre>{@code
 * var builder = new PopulationBuilder(packs.vocabulary());
 * builder.usually(Vocabulary.STATE, Words.code("MA"));   // costs no memory while all are the same
 * builder.startHousehold(2);
 * builder.put(Vocabulary.BIRTH_DATE, 0, bornOn);         // member 0 of this household
 * builder.earns(0, IncomeKind.WAGES, 250_000, Period.MONTH);
 * builder.noOtherIncome(1);
 * builder.relates(0, Relationship.Kind.PARENT, 1);
 * var population = builder.build();
 * }</pre>
 *
 * What is never put stays unknown. Values are those of {@link Values}: days since 1970-01-01, whole
 * cents, {@link Words#code}, a member's place in its own household. They are taken as the reader of
 * documents would have completed them: who is claimed by whom is put on both sides. For one thread.
 */
public final class PopulationBuilder {
  final Map<String, Fact> facts = new HashMap<>();
  final Map<String, Column> columns = new HashMap<>();
  final Map<String, Dictionary> dictionaries = new HashMap<>();
  final Column firstPersons = new Column(Values.NONE);
  final Column incomeStarts = new Column(0);
  final Column incomeKinds = new Column(Values.NONE);
  final Column incomeCents = new Column(Values.NONE);
  final Column enrolledStarts = new Column(0);
  final Column programs = new Column(Values.NONE);
  final Column since = new Column(Values.NONE);
  final Column relatedStarts = new Column(0);
  final Column relatedPairs = new Column(Values.NONE);
  final Column relatedKinds = new Column(Values.NONE);
  int persons;
  int households;

  private final Vocabulary vocabulary;
  // By the facts' own places: a look-up by path costs more than writing the row.
  private final Column[] byPlace;
  private final @Nullable Dictionary[] wordsByPlace;
  private final Pending income = new Pending();
  private final Pending enrolled = new Pending();
  private int size;

  /** A builder of a population that can state the facts of this vocabulary. */
  public PopulationBuilder(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    byPlace = new Column[vocabulary.facts().size()];
    wordsByPlace = new Dictionary[byPlace.length];
    for (Fact fact : vocabulary.facts()) {
      facts.put(fact.path(), fact);
      open(fact, Values.UNKNOWN);
      if (Population.holdsWords(fact)) {
        var words = new Dictionary();
        fact.options().forEach(option -> words.number(Words.code(option)));
        dictionaries.put(fact.path(), words);
        wordsByPlace[fact.index()] = words;
      }
    }
  }

  /**
   * What a fact is of everyone until {@link #put} says otherwise; it takes no memory while it is so
   * of everyone. For lists: known, and empty.
   *
   * @throws IllegalStateException after the first household
   */
  public PopulationBuilder usually(Fact fact, long value) {
    if (households > 0) {
      throw new IllegalStateException(
          "What is usual (%s) is said before the first household.".formatted(fact.path()));
    }
    var known = facts.get(fact.path());
    if (known == null) {
      throw unknown(fact);
    }
    open(known, held(fact, value));
    return this;
  }

  private void open(Fact fact, long usual) {
    var column = new Column(usual);
    columns.put(fact.path(), column);
    byPlace[fact.index()] = column;
  }

  /**
   * Starts a household; the one before is complete.
   *
   * @param persons 1 to {@link Household#MAX_MEMBERS}
   * @return the number of its first person in the population
   */
  public int startHousehold(int persons) {
    if (persons < 1 || persons > Household.MAX_MEMBERS) {
      throw new IllegalArgumentException(
          "A household has 1 to %d persons, not (%d).".formatted(Household.MAX_MEMBERS, persons));
    }
    endHousehold();
    firstPersons.add(this.persons);
    relatedStarts.add(relatedKinds.size());
    size = persons;
    this.persons += persons;
    households++;
    return this.persons - persons;
  }

  private void endHousehold() {
    income.move(size, incomeStarts, incomeKinds, incomeCents);
    enrolled.move(size, enrolledStarts, programs, since);
    size = 0;
  }

  /** One fact of a member of the household that was started last; not for lists. */
  public void put(Fact fact, int member, long value) {
    columnOf(fact).set(row(fact, member), held(fact, value));
  }

  private long held(Fact fact, long value) {
    if (!Values.isPresent(value)) {
      return value;
    }
    return switch (fact.type()) {
      case WORD -> words(fact).number(value);
      case INCOME, ENROLLED, RELATIONSHIPS, WORDS -> 0;
      case BOOL, COUNT, CENTS, DATE, MEMBER, MEMBERS -> value;
    };
  }

  /** Adds a stream of income; from now on the member's income is known. */
  public void earns(int member, IncomeKind kind, long cents, Period per) {
    income.add(member(member), Population.incomeKind(kind, per), cents);
    noOtherIncome(member);
  }

  /** The member's income is known: what was added, or none. */
  public void noOtherIncome(int member) {
    know(Vocabulary.INCOME_ENTRIES, member);
  }

  /**
   * Adds a program the member is enrolled in; from now on these are known.
   *
   * @param program its id, or {@code other} for insurance these packs know nothing of
   * @param from its first day, or {@link Values#UNKNOWN}
   */
  public void enrols(int member, String program, long from) {
    int number = words(Vocabulary.ENROLLED_IN).number(Words.code(program));
    enrolled.add(member(member), number, from);
    notEnrolledElsewhere(member);
  }

  /** What the member is enrolled in is known: what was added, or nothing. */
  public void notEnrolledElsewhere(int member) {
    know(Vocabulary.ENROLLED_IN, member);
  }

  /** Adds a relationship; from now on all relationships of the household are known. */
  public void relates(int from, Relationship.Kind is, int to) {
    relatedPairs.add(member(from) * (long) Household.MAX_MEMBERS + member(to));
    relatedKinds.add(Population.place(is));
    noOtherRelationships();
  }

  /** The household's relationships are known: what was added, or none. */
  public void noOtherRelationships() {
    know(Vocabulary.RELATIONSHIPS_KNOWN, 0);
  }

  /** The words of a set, such as medical conditions; from now on it is known. */
  public void putWords(Fact fact, int member, Set<String> set) {
    long mask = 0;
    for (String word : set) {
      int number = words(fact).number(Words.code(word));
      if (number >= Long.SIZE - 2) {
        throw new IllegalArgumentException(
            "The sets of (%s) hold more different words than fit a row.".formatted(fact.path()));
      }
      mask |= 1L << number;
    }
    columnOf(fact).set(row(fact, member), mask);
  }

  /** Adds a household as its document states it. */
  public void add(Household household) {
    startHousehold(household.size());
    for (Fact fact : vocabulary.facts()) {
      var same = household.vocabulary().find(fact.path());
      for (int member = 0; same.isPresent() && member < rows(fact); member++) {
        if (household.isKnown(same.get(), member)) {
          add(household, fact, same.get(), member);
        }
      }
    }
  }

  private int rows(Fact fact) {
    return fact.ofHousehold() ? 1 : size;
  }

  private void add(Household household, Fact fact, Fact theirs, int member) {
    switch (fact.type()) {
      case INCOME -> addIncome(household.income(member), member);
      case ENROLLED -> addEnrolled(household.enrolled(member), member);
      case RELATIONSHIPS -> addRelationships(household.relationships());
      case WORDS -> putWords(fact, member, household.words(theirs, member));
      case BOOL, COUNT, CENTS, DATE, WORD, MEMBER, MEMBERS ->
          put(fact, member, household.value(theirs, member));
    }
  }

  private void addIncome(List<IncomeEntry> entries, int member) {
    entries.forEach(entry -> earns(member, entry.kind(), entry.cents(), entry.per()));
    noOtherIncome(member);
  }

  private void addEnrolled(List<Enrollment> enrollments, int member) {
    enrollments.forEach(one -> enrols(member, one.program(), one.since()));
    notEnrolledElsewhere(member);
  }

  private void addRelationships(List<Relationship> relationships) {
    relationships.forEach(one -> relates(one.from(), one.is(), one.to()));
    noOtherRelationships();
  }

  /** The population of all households so far. The builder is used up. */
  public Population build() {
    endHousehold();
    firstPersons.add(persons);
    incomeStarts.add(incomeKinds.size());
    enrolledStarts.add(programs.size());
    relatedStarts.add(relatedKinds.size());
    for (Fact fact : vocabulary.facts()) {
      var column = byPlace[fact.index()];
      column.reach(fact.ofHousehold() ? households : persons);
      column.trim();
    }
    List.of(firstPersons, incomeStarts, incomeKinds, incomeCents, enrolledStarts, programs)
        .forEach(Column::trim);
    List.of(since, relatedStarts, relatedPairs, relatedKinds).forEach(Column::trim);
    return new Population(this);
  }

  private void know(Fact fact, int member) {
    var column = columnOf(fact);
    int row = row(fact, member);
    if (!Values.isPresent(column.at(row))) {
      column.set(row, 0);
    }
  }

  private int row(Fact fact, int member) {
    return fact.ofHousehold() ? households - 1 : persons - size + member(member);
  }

  private int member(int member) {
    if (member < 0 || member >= size) {
      throw new IndexOutOfBoundsException(
          "The household has %d persons; there is no member (%d).".formatted(size, member));
    }
    return member;
  }

  @SuppressWarnings("ReferenceEquality") // a short cut; what it misses is found by its path
  private boolean hasOwnPlace(Fact fact) {
    int place = fact.index();
    return place < byPlace.length && vocabulary.facts().get(place) == fact;
  }

  private Column columnOf(Fact fact) {
    if (hasOwnPlace(fact)) {
      return byPlace[fact.index()];
    }
    var column = columns.get(fact.path());
    if (column == null) {
      throw unknown(fact);
    }
    return column;
  }

  private static IllegalArgumentException unknown(Fact fact) {
    return new IllegalArgumentException(
        "The vocabulary of this population has no fact (%s).".formatted(fact.path()));
  }

  private Dictionary words(Fact fact) {
    var words = hasOwnPlace(fact) ? wordsByPlace[fact.index()] : dictionaries.get(fact.path());
    if (words == null) {
      throw new IllegalArgumentException("(%s) takes no words.".formatted(fact.path()));
    }
    return words;
  }

  /** Entries of the household being told, until each member's can be written in one piece. */
  private static final class Pending {
    private long[] entries = new long[3 * 16];
    private int used;
    private boolean isInOrder = true;

    void add(int member, long kind, long amount) {
      if (used == entries.length) {
        entries = java.util.Arrays.copyOf(entries, used * 2);
      }
      isInOrder &= used == 0 || entries[used - 3] <= member;
      entries[used++] = member;
      entries[used++] = kind;
      entries[used++] = amount;
    }

    /** Writes all down, member by member, and where those of each start. */
    void move(int members, Column starts, Column kinds, Column amounts) {
      int next = 0;
      for (int member = 0; member < members; member++) {
        starts.add(kinds.size());
        for (int at = isInOrder ? next : 0; at < used; at += 3) {
          if (entries[at] == member) {
            kinds.add(entries[at + 1]);
            amounts.add(entries[at + 2]);
            next = at + 3;
          } else if (isInOrder) {
            break;
          }
        }
      }
      used = 0;
      isInOrder = true;
    }
  }
}
