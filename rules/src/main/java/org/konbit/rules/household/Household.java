package org.konbit.rules.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * One household as its document states it: every fact of every member, or that nobody answered.
 * Immutable; a changed copy shares what did not change. Safe for use by several threads.
 */
public final class Household {
  /** More members than this are refused: no household that lives together is larger. */
  public static final int MAX_MEMBERS = 60;

  private final Vocabulary vocabulary;
  private final LocalDate asOf;
  private final List<String> ids;
  private final List<Relationship> relationships;
  private final long[][] values;
  private final Object[][] lists;

  private Household(
      Vocabulary vocabulary,
      LocalDate asOf,
      List<String> ids,
      List<Relationship> relationships,
      long[][] values,
      Object[][] lists) {
    this.vocabulary = vocabulary;
    this.asOf = asOf;
    this.ids = ids;
    this.relationships = relationships;
    this.values = values;
    this.lists = lists;
  }

  /** A household in which nothing is answered yet. */
  public static Household of(Vocabulary vocabulary, LocalDate asOf, List<String> ids) {
    var values = new long[ids.size()][vocabulary.facts().size()];
    for (long[] row : values) {
      Arrays.fill(row, Values.UNKNOWN);
    }
    var lists = new Object[ids.size()][];
    return new Household(vocabulary, asOf, List.copyOf(ids), List.of(), values, lists);
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  public LocalDate asOf() {
    return asOf;
  }

  /** The members' ids in the document's order; a member's place here is its number elsewhere. */
  public List<String> ids() {
    return ids;
  }

  public int size() {
    return ids.size();
  }

  /** What the document says: {@link Values#UNKNOWN} where it says nothing, without assumptions. */
  public long value(Fact fact, int member) {
    return values[fact.ofHousehold() ? 0 : member][fact.index()];
  }

  public boolean isKnown(Fact fact, int member) {
    return value(fact, member) != Values.UNKNOWN;
  }

  /** The relationships stated; meaningful only where {@code relationships} is known. */
  public List<Relationship> relationships() {
    return relationships;
  }

  /**
   * The member's income; empty both for none and for unknown, which {@link #isKnown} tells apart.
   */
  public List<IncomeEntry> income(int member) {
    return list(Vocabulary.INCOME_ENTRIES, member);
  }

  public List<Enrollment> enrolled(int member) {
    return list(Vocabulary.ENROLLED_IN, member);
  }

  @SuppressWarnings("unchecked") // only set() writes words
  public Set<String> words(Fact fact, int member) {
    var row = lists[member];
    var found = row == null ? null : row[fact.index()];
    return found == null ? Set.of() : (Set<String>) found;
  }

  @SuppressWarnings("unchecked") // only the typed with… methods write lists
  private <T> List<T> list(Fact fact, int member) {
    var row = lists[member];
    var found = row == null ? null : row[fact.index()];
    return found == null ? List.of() : (List<T>) found;
  }

  /** The fact's document path for one member, such as {@code members.p1.immigration.status}. */
  public String path(Fact fact, int member) {
    return fact.ofHousehold() ? fact.path() : "members." + ids.get(member) + "." + fact.path();
  }

  public Household on(LocalDate date) {
    return new Household(vocabulary, date, ids, relationships, values, lists);
  }

  /** The same household with another answer; for list facts use the methods that take a list. */
  public Household with(Fact fact, int member, long value) {
    int row = fact.ofHousehold() ? 0 : member;
    var changed = values.clone();
    changed[row] = values[row].clone();
    changed[row][fact.index()] = value;
    return new Household(vocabulary, asOf, ids, relationships, changed, lists);
  }

  public Household withIncome(int member, List<IncomeEntry> entries) {
    return withList(Vocabulary.INCOME_ENTRIES, member, List.copyOf(entries));
  }

  public Household withEnrolled(int member, List<Enrollment> enrollments) {
    return withList(Vocabulary.ENROLLED_IN, member, List.copyOf(enrollments));
  }

  public Household withWords(Fact fact, int member, Set<String> words) {
    return withList(fact, member, Set.copyOf(words));
  }

  /** The same household with these relationships, known from now on. */
  public Household withRelationships(List<Relationship> stated) {
    var known = with(Vocabulary.RELATIONSHIPS_KNOWN, 0, Values.TRUE);
    return new Household(vocabulary, asOf, ids, List.copyOf(stated), known.values, lists);
  }

  /** The same household before this question was answered. */
  public Household without(Fact fact, int member) {
    var unknown = with(fact, member, Values.UNKNOWN);
    return switch (fact.type()) {
      case INCOME, ENROLLED, WORDS -> unknown.withoutList(fact, member);
      case RELATIONSHIPS -> new Household(vocabulary, asOf, ids, List.of(), unknown.values, lists);
      case BOOL, COUNT, CENTS, DATE, WORD, MEMBER, MEMBERS -> unknown;
    };
  }

  private Household withoutList(Fact fact, int member) {
    if (lists[member] == null) {
      return this;
    }
    var changed = lists.clone();
    changed[member] = lists[member].clone();
    changed[member][fact.index()] = null;
    return new Household(vocabulary, asOf, ids, relationships, values, changed);
  }

  private Household withList(Fact fact, int member, Object list) {
    var changed = lists.clone();
    var row = changed[member];
    changed[member] = row == null ? new Object[vocabulary.facts().size()] : row.clone();
    changed[member][fact.index()] = list;
    var known = value(fact, member) == Values.TRUE ? this : with(fact, member, Values.TRUE);
    return new Household(vocabulary, asOf, ids, relationships, known.values, changed);
  }

  /** The paths of everything that is answered, for tests and editors. */
  public List<String> answered() {
    var paths = new ArrayList<String>();
    for (int member = 0; member < size(); member++) {
      for (Fact fact : vocabulary.facts()) {
        if (isKnown(fact, member) && (!fact.ofHousehold() || member == 0)) {
          paths.add(path(fact, member));
        }
      }
    }
    return paths;
  }
}
