package org.konbit.rules.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.konbit.rules.household.Enrollment;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.FactType;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.IncomeEntry;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.Period;
import org.konbit.rules.household.Relationship;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;

/**
 * Many households as columns: a row a person, a household's persons side by side. Says of each
 * exactly what its document would, unanswered facts included, and nothing more: no names, no ids.
 *
 * <p>Made by {@link PopulationBuilder}. Does not change, so threads share it. It has no date; a run
 * brings one. It is decided fastest where the households of one state stand together.
 */
public final class Population {
  private static final int SOME = 1_024;
  private static final IncomeKind[] KINDS = IncomeKind.values();
  private static final Period[] PERIODS = Period.values();
  private static final Relationship.Kind[] RELATIONSHIPS = Relationship.Kind.values();

  private final Map<String, Fact> facts;
  private final Map<String, Column> columns;
  private final Map<String, Dictionary> dictionaries;
  private final int persons;
  private final int households;
  private final int[] firstPersons;
  private final Lists income;
  private final Lists enrolled;
  private final Lists related;
  private final Map<String, Boolean> ofStatuses = new ConcurrentHashMap<>();
  private final Limits limits;
  private final Object shapesLock = new Object();
  private @Nullable Shapes shapes;

  /** Entries of persons or households: those of row {@code r} from {@code start(r)} on. */
  record Lists(Column starts, List<Column> parts) {
    int from(int row) {
      return (int) starts.get(row);
    }

    int to(int row) {
      return (int) starts.get(row + 1);
    }

    Column part(int number) {
      return parts.get(number);
    }

    boolean isEmpty() {
      return parts.getFirst().size() == 0;
    }
  }

  Population(PopulationBuilder made) {
    facts = Map.copyOf(made.facts);
    columns = Map.copyOf(made.columns);
    dictionaries = Map.copyOf(made.dictionaries);
    persons = made.persons;
    households = made.households;
    firstPersons = made.firstPersons.ints();
    income = new Lists(made.incomeStarts, List.of(made.incomeKinds, made.incomeCents));
    enrolled = new Lists(made.enrolledStarts, List.of(made.programs, made.since));
    related = new Lists(made.relatedStarts, List.of(made.relatedPairs, made.relatedKinds));
    limits = Limits.of(this);
  }

  /** How many persons, numbered from 0. */
  public int persons() {
    return persons;
  }

  /** How many households, numbered from 0. */
  public int households() {
    return households;
  }

  /**
   * The number of a household's first person; its others follow. That of {@link #households} is
   * {@link #persons}.
   */
  public int firstPerson(int household) {
    return firstPersons[household];
  }

  /** How many persons live in the household, 1 to {@link Household#MAX_MEMBERS}. */
  public int size(int household) {
    return firstPerson(household + 1) - firstPerson(household);
  }

  /** The household the person lives in. */
  public int householdOf(int person) {
    int from = 0;
    int to = households;
    while (to - from > 1) {
      int middle = (from + to) >>> 1;
      if (firstPerson(middle) <= person) {
        from = middle;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /**
   * What the population says of one person, as {@link Household#value} would; for facts that are
   * lists, whether they are known.
   */
  public long value(Fact fact, int person) {
    var column = columns.get(fact.path());
    if (column == null) {
      return Values.UNKNOWN;
    }
    long held = column.get(fact.ofHousehold() ? householdOf(person) : person);
    return Values.isPresent(held) ? meant(fact, held) : held;
  }

  private long meant(Fact fact, long held) {
    return switch (fact.type()) {
      case WORD -> dictionary(fact).word((int) held);
      case WORDS, INCOME, ENROLLED, RELATIONSHIPS -> Values.TRUE;
      case BOOL, COUNT, CENTS, DATE, MEMBER, MEMBERS -> held;
    };
  }

  /**
   * One household as a document would tell it, to be explained. Its members are p1, p2, … in the
   * order of their rows.
   *
   * @param vocabulary the facts it may state; what it does not know is left out
   * @param words the words behind their codes, for sets of words and programs, such as {@code
   *     packs::word}
   */
  public Household household(
      int number, LocalDate asOf, Vocabulary vocabulary, LongFunction<Optional<String>> words) {
    var ids = new ArrayList<String>();
    for (int member = 1; member <= size(number); member++) {
      ids.add("p" + member);
    }
    var told = Household.of(vocabulary, asOf, ids);
    for (Fact fact : vocabulary.facts()) {
      var column = columns.get(fact.path());
      if (column == null) {
        continue;
      }
      for (int member = 0; member < (fact.ofHousehold() ? 1 : ids.size()); member++) {
        long held = column.get(fact.ofHousehold() ? number : firstPerson(number) + member);
        if (held != Values.UNKNOWN) {
          told = told(told, fact, member, held, number, words);
        }
      }
    }
    return told;
  }

  private Household told(
      Household household,
      Fact fact,
      int member,
      long held,
      int number,
      LongFunction<Optional<String>> words) {
    int row = firstPerson(number) + member;
    return switch (fact.type()) {
      case INCOME -> household.withIncome(member, income(row));
      case ENROLLED -> household.withEnrolled(member, enrolled(row, words));
      case RELATIONSHIPS -> household.withRelationships(relationships(number));
      case WORDS -> household.withWords(fact, member, words(fact, held, words));
      case BOOL, COUNT, CENTS, DATE, WORD, MEMBER, MEMBERS ->
          household.with(fact, member, Values.isPresent(held) ? meant(fact, held) : held);
    };
  }

  private List<IncomeEntry> income(int person) {
    var entries = new ArrayList<IncomeEntry>();
    for (int at = income.from(person); at < income.to(person); at++) {
      int kind = (int) income.part(0).get(at);
      entries.add(
          new IncomeEntry(
              KINDS[kind / PERIODS.length],
              income.part(1).get(at),
              PERIODS[kind % PERIODS.length]));
    }
    return entries;
  }

  private List<Enrollment> enrolled(int person, LongFunction<Optional<String>> words) {
    var held = new ArrayList<Enrollment>();
    for (int at = enrolled.from(person); at < enrolled.to(person); at++) {
      long code = dictionary(Vocabulary.ENROLLED_IN).word((int) enrolled.part(0).get(at));
      held.add(new Enrollment(word(code, words), enrolled.part(1).get(at)));
    }
    return held;
  }

  private Set<String> words(Fact fact, long mask, LongFunction<Optional<String>> words) {
    var held = new HashSet<String>();
    for (long rest = Math.max(mask, 0); rest != 0; rest &= rest - 1) {
      held.add(word(dictionary(fact).word(Long.numberOfTrailingZeros(rest)), words));
    }
    return held;
  }

  private static String word(long code, LongFunction<Optional<String>> words) {
    return words
        .apply(code)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "The population names a word that these packs do not know.\n"
                    + "Tell it with the packs that it was made with."));
  }

  private List<Relationship> relationships(int household) {
    var stated = new ArrayList<Relationship>();
    for (int at = related.from(household); at < related.to(household); at++) {
      int pair = (int) related.part(0).get(at);
      stated.add(
          new Relationship(
              pair / Household.MAX_MEMBERS,
              pair % Household.MAX_MEMBERS,
              RELATIONSHIPS[(int) related.part(1).get(at)]));
    }
    return stated;
  }

  /** The memory that all columns take. */
  public long bytes() {
    long bytes = 4L * firstPersons.length + shapes().bytes();
    for (Column column : columns.values()) {
      bytes += column.bytes();
    }
    for (Lists lists : List.of(income, enrolled, related)) {
      bytes += lists.starts().bytes();
      bytes += lists.parts().stream().mapToLong(Column::bytes).sum();
    }
    return bytes;
  }

  /** The memory by fact, in bytes, for who wants to know what is dear. */
  public Map<String, Long> bytesByFact() {
    var bytes = new HashMap<String, Long>();
    columns.forEach((path, column) -> bytes.put(path, column.bytes()));
    return bytes;
  }

  Optional<Column> column(Fact fact) {
    // A pack laid over may declare a fact of the same name and another type: not this column.
    var known = facts.get(fact.path());
    boolean isSame = known != null && known.type() == fact.type();
    return isSame ? Optional.ofNullable(columns.get(fact.path())) : Optional.empty();
  }

  Map<String, Fact> facts() {
    return facts;
  }

  Map<String, Column> columns() {
    return columns;
  }

  Map<String, Dictionary> dictionaries() {
    return dictionaries;
  }

  Limits limits() {
    return limits;
  }

  /** Whether nobody but citizens left the fact unanswered. */
  boolean isUnknownOfCitizensOnly(Fact fact) {
    return ofStatuses.computeIfAbsent(
        fact.path(), _ -> holds(fact, (isCitizen, held) -> isCitizen || held != Values.UNKNOWN));
  }

  /** Whether of every citizen the fact is this, or was not answered. */
  boolean isOfCitizens(Fact fact, long value) {
    return ofStatuses.computeIfAbsent(
        fact.path() + "=" + value,
        _ ->
            holds(
                fact, (isCitizen, held) -> !isCitizen || held == value || held == Values.UNKNOWN));
  }

  /** Something that is so of a person's citizenship and what is held of a fact. */
  private interface OfPerson {
    boolean holds(boolean isCitizen, long held);
  }

  private boolean holds(Fact fact, OfPerson claim) {
    var column = columns.get(fact.path());
    var statuses = columns.get(Vocabulary.STATUS.path());
    if (column == null || statuses == null) {
      return false;
    }
    long citizen = dictionary(Vocabulary.STATUS).find(Words.code("citizen"));
    var someStatuses = new long[Math.min(persons, SOME)];
    var some = new long[someStatuses.length];
    for (int from = 0; from < persons; from += SOME) {
      int rows = Math.min(persons - from, SOME);
      statuses.copy(from, rows, someStatuses);
      column.copy(from, rows, some);
      for (int row = 0; row < rows; row++) {
        if (!claim.holds(someStatuses[row] == citizen, some[row])) {
          return false;
        }
      }
    }
    return true;
  }

  Dictionary dictionary(Fact fact) {
    var dictionary = dictionaries.get(fact.path());
    if (dictionary == null) {
      throw new IllegalStateException("(%s) holds no words.".formatted(fact.path()));
    }
    return dictionary;
  }

  /** Where each of some households starts, in rows of a chunk, and where the last one ends. */
  void starts(int firstHousehold, int households, int[] into) {
    int from = firstPersons[firstHousehold];
    for (int i = 0; i <= households; i++) {
      into[i] = firstPersons[firstHousehold + i] - from;
    }
  }

  Lists income() {
    return income;
  }

  Lists enrolled() {
    return enrolled;
  }

  Lists related() {
    return related;
  }

  /** How the households are made up: found out once, when somebody first asks. */
  Shapes shapes() {
    synchronized (shapesLock) {
      if (shapes == null) {
        shapes = Shapes.of(this);
      }
      return shapes;
    }
  }

  static int incomeKind(IncomeKind kind, Period per) {
    return place(kind) * PERIODS.length + place(per);
  }

  // A row holds a place among the enum's constants; no row outlives the process that knows them.
  @SuppressWarnings("EnumOrdinal")
  static int place(Enum<?> constant) {
    return constant.ordinal();
  }

  static boolean holdsWords(Fact fact) {
    return fact.type() == FactType.WORD
        || fact.type() == FactType.WORDS
        || fact.type() == FactType.ENROLLED;
  }
}
