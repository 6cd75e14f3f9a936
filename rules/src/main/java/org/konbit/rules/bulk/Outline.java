package org.konbit.rules.bulk;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.FactType;
import org.konbit.rules.household.Vocabulary;

/**
 * All that compiled law takes for granted of a population: between what its rows lie, which words
 * they name, how large its households are; none of the rows themselves. What was compiled for an
 * outline is right of every population that lies within it.
 */
final class Outline {
  /**
   * Something that is so of all citizens or not.
   *
   * @param value what the fact is of all of them; without one, whether only they left it open
   */
  private record Question(Fact fact, OptionalLong value) {
    boolean isSoOf(Population population) {
      return value.isPresent()
          ? population.isOfCitizens(fact, value.getAsLong())
          : population.isUnknownOfCitizensOnly(fact);
    }
  }

  // A later population may pass an earlier one's last day by some: one step of this covers it.
  private static final int DAYS = 512;
  private static final int MOST_WORDS = 6;

  private final Map<String, Fact> facts;
  private final Map<String, Column> columns = new HashMap<>();
  private final Map<String, Dictionary> dictionaries;
  private final Limits limits;
  private final boolean isAnybodyEnrolled;
  private final Column since;
  private final Map<Question, Boolean> answers = new HashMap<>();
  // Answers the questions while the law is compiled, together with those before it.
  private @Nullable Population population;
  private final @Nullable Map<Question, Boolean> earlier;

  private Outline(Population population) {
    this.population = population;
    earlier = null;
    facts = population.facts();
    columns.putAll(population.columns());
    dictionaries = population.dictionaries();
    limits = population.limits();
    isAnybodyEnrolled = !population.enrolled().isEmpty();
    since = population.enrolled().part(1);
  }

  private Outline(Outline one, Outline other) {
    population = other.population;
    earlier = one.answers;
    facts = one.facts;
    one.columns.forEach(
        (path, column) -> columns.put(path, column.or(other.columns.getOrDefault(path, column))));
    dictionaries = new HashMap<>();
    one.dictionaries.forEach((path, words) -> dictionaries.put(path, words.and(other.words(path))));
    limits = one.limits.or(other.limits);
    isAnybodyEnrolled = one.isAnybodyEnrolled || other.isAnybodyEnrolled;
    since = one.since.or(other.since);
  }

  // Of an earlier one stays what is wide enough, or each that is made anew would be wider still.
  private Outline(Outline narrow, LocalDate date, Optional<Outline> before) {
    population = narrow.population;
    earlier = narrow.earlier;
    facts = narrow.facts;
    dictionaries = narrow.dictionaries;
    limits =
        before
            .map(one -> one.limits)
            .filter(narrow.limits::isWithin)
            .orElseGet(narrow.limits::withRoom);
    isAnybodyEnrolled = narrow.isAnybodyEnrolled;
    since = narrow.since.between(days(narrow.since, date));
    narrow.columns.forEach((path, column) -> {
      boolean isWide = before.filter(one -> one.hasRoomFor(path, column)).isPresent();
      columns.put(path, isWide ? column : roomy(path, column, date));
    });
  }

  /** Just that of a population. */
  static Outline of(Population population) {
    return new Outline(population);
  }

  /**
   * One in which what lies within either lies, with room where this one's did not suffice; empty
   * where they number sets of words otherwise.
   */
  Optional<Outline> widened(Outline other, LocalDate date) {
    return facts.equals(other.facts)
            && facts.values().stream().allMatch(fact -> isSameSet(fact, other))
        ? Optional.of(new Outline(new Outline(this, other), date, Optional.of(this)))
        : Optional.empty();
  }

  /** A somewhat wider one, so that the next population of the same making lies within it too. */
  Outline withRoom(LocalDate date) {
    return new Outline(this, date, Optional.empty());
  }

  // Words are numbered anew together: whether numbers lie within says nothing of the words.
  private boolean hasRoomFor(String path, Column column) {
    var fact = facts.get(path);
    boolean areWords = fact != null && Population.holdsWords(fact);
    return !areWords && column.isWithin(columnAt(path));
  }

  private Column roomy(String path, Column column, LocalDate date) {
    if (column.width() == Width.SAME || column.least() > column.most()) {
      return column;
    }
    var fact = facts.get(path);
    var range = new Range(column.least(), column.most());
    return fact == null ? column : column.between(roomy(fact, column, range, date));
  }

  private Range roomy(Fact fact, Column column, Range range, LocalDate date) {
    long most = column.width() == Width.LONG ? Long.MAX_VALUE >> 2 : -column.width().none();
    return switch (fact.type()) {
      case BOOL -> new Range(0, 1);
      case WORD -> new Range(0, Math.min(most, dictionary(fact).size() - 1L));
      case WORDS -> dictionary(fact).size() > MOST_WORDS ? range : upTo(range, most, 0);
      case COUNT, MEMBER, MEMBERS -> upTo(range, most, 0);
      case CENTS -> upTo(range, most, 1);
      case DATE -> days(column, date);
      case INCOME, ENROLLED, RELATIONSHIPS -> range;
    };
  }

  // All numbers of so many digits in the binary system, and of some more.
  private static Range upTo(Range range, long most, int more) {
    int digits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(range.most(), 1)) + more;
    long to = digits > Long.SIZE - 3 ? most : Math.min(most, (1L << digits) - 1);
    return new Range(Math.min(range.least(), 0), Math.max(range.most(), to));
  }

  private static Range days(Column column, LocalDate date) {
    long today = date.toEpochDay();
    long most = column.most() <= today ? today : Math.ceilDiv(column.most(), DAYS) * DAYS;
    boolean isHeld = column.width().holds(most);
    return new Range(Math.floorDiv(column.least(), DAYS) * DAYS, isHeld ? most : column.most());
  }

  /** Whether what was compiled for this outline is right of that one's population. */
  boolean holds(Outline other) {
    var newcomer = other.population;
    return newcomer != null
        && facts.equals(other.facts)
        && facts.values().stream().allMatch(fact -> hasWordsOf(fact, other))
        && other.limits.isWithin(limits)
        && (isAnybodyEnrolled || !other.isAnybodyEnrolled)
        && other.since.isWithin(since)
        && columns.entrySet().stream()
            .allMatch(one -> other.columnAt(one.getKey()).isWithin(one.getValue()))
        && answers.entrySet().stream()
            .allMatch(asked -> !asked.getValue() || asked.getKey().isSoOf(newcomer));
  }

  // Words that are a row's only one can be numbered anew; of enrolments nobody asks for numbers.
  private boolean hasWordsOf(Fact fact, Outline other) {
    if (!Population.holdsWords(fact)) {
      return true;
    }
    boolean isSame = columnAt(fact.path()).width() == Width.SAME;
    boolean isFree = fact.type() == FactType.ENROLLED || (fact.type() == FactType.WORD && !isSame);
    var ours = words(fact.path());
    var theirs = other.words(fact.path());
    return isFree ? ours.hasAll(theirs) : ours.beginsAs(theirs);
  }

  private boolean isSameSet(Fact fact, Outline other) {
    return !fact.type().equals(FactType.WORDS)
        || words(fact.path()).beginsAs(other.words(fact.path()));
  }

  private Dictionary words(String path) {
    return Objects.requireNonNull(dictionaries.get(path));
  }

  /** The rows of a population within this outline, as law compiled for it reads them. */
  Object rows(String path, Population of) {
    var width = columnAt(path).width();
    var column = Objects.requireNonNull(of.columns().get(path));
    var fact = facts.get(path);
    if (fact == null || fact.type() != FactType.WORD) {
      return column.rows(width);
    }
    var ours = words(path);
    var theirs = of.dictionary(fact);
    if (ours.beginsAs(theirs)) {
      return column.rows(width);
    }
    return column.rows(width, number -> ours.find(theirs.word((int) number)));
  }

  /** Lets go of the rows: from now on nothing more is asked. */
  void close() {
    population = null;
  }

  private Column columnAt(String path) {
    return Objects.requireNonNull(columns.get(path));
  }

  /** The columns by the paths of their facts. */
  Map<String, Column> columns() {
    return columns;
  }

  Optional<Column> column(Fact fact) {
    // A pack laid over may declare a fact of the same name and another type: not this column.
    var known = facts.get(fact.path());
    boolean isSame = known != null && known.type() == fact.type();
    return isSame ? Optional.ofNullable(columns.get(fact.path())) : Optional.empty();
  }

  Dictionary dictionary(Fact fact) {
    var dictionary = dictionaries.get(fact.path());
    if (dictionary == null) {
      throw new IllegalStateException("(%s) holds no words.".formatted(fact.path()));
    }
    return dictionary;
  }

  Limits limits() {
    return limits;
  }

  /** Whether anybody is enrolled in the program. */
  boolean isEverEnrolled(long program) {
    return isAnybodyEnrolled && dictionary(Vocabulary.ENROLLED_IN).find(program) >= 0;
  }

  /** Since when people are enrolled. */
  Column since() {
    return since;
  }

  /** Whether nobody but citizens left the fact unanswered. */
  boolean isUnknownOfCitizensOnly(Fact fact) {
    return isSo(new Question(fact, OptionalLong.empty()));
  }

  /** Whether of every citizen the fact is this, or was not answered. */
  boolean isOfCitizens(Fact fact, long value) {
    return isSo(new Question(fact, OptionalLong.of(value)));
  }

  private boolean isSo(Question question) {
    var of = population;
    if (of == null) {
      throw new IllegalStateException("The rows of this outline were let go of.");
    }
    return answers.computeIfAbsent(
        question,
        asked -> (earlier == null || earlier.getOrDefault(asked, false)) && asked.isSoOf(of));
  }
}
