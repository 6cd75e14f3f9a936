package org.konbit.screening.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.konbit.rules.expression.MissingFact;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Vocabulary;

/**
 * What a family has answered so far, and where in the interview it stands.
 *
 * @param said the answers as they were given, and nothing that only follows from them
 * @param household the same with what follows, as the rules are applied to it. While it is open how
 *     somebody is related, it knows no relationships
 * @param declined document paths of what the family prefers not to say
 * @param open pairs of members of whom nobody has said yet how they are related
 * @param asked the questions shown so far, in that order: document paths, and {@link #MEMBERS}
 * @param at the question shown now; empty once nothing is left to ask
 */
public record FamilyForm(
    Household said,
    Household household,
    SortedSet<String> declined,
    SortedSet<Pair> open,
    List<String> asked,
    String at) {
  /** The question who belongs to the family; every other question goes by its document path. */
  public static final String MEMBERS = "members";

  /** More people than this cannot be written on one page. */
  public static final int MOST_MEMBERS = 12;

  public FamilyForm {
    declined = new TreeSet<>(declined);
    open = new TreeSet<>(open);
    asked = List.copyOf(asked);
  }

  /**
   * Two members, by id, the first of whom stands earlier in the document.
   *
   * @param one the id of the earlier
   * @param other the id of the later
   */
  public record Pair(String one, String other) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair that) {
      int byOne = one.compareTo(that.one);
      return byOne != 0 ? byOne : other.compareTo(that.other);
    }
  }

  /** The same answers, read on a later day. */
  public FamilyForm on(LocalDate today) {
    return new FamilyForm(said.on(today), household.on(today), declined, open, asked, at);
  }

  /** The same answers at another question. */
  public FamilyForm at(String question) {
    return new FamilyForm(said, household, declined, open, asked, question);
  }

  /** The facts that no question asks for again and that the answer shows as "if … then …". */
  public Set<MissingFact> withheld() {
    var withheld = new HashSet<MissingFact>();
    declined.forEach(path -> fact(path).ifPresent(withheld::add));
    return withheld;
  }

  /** The fact that a document path names; empty if it names none of this family. */
  public Optional<MissingFact> fact(String path) {
    return fact(household, path);
  }

  static Optional<MissingFact> fact(Household household, String path) {
    var parts = path.split("\\.", 3);
    if (parts.length == 3 && parts[0].equals("members")) {
      int member = household.ids().indexOf(parts[1]);
      return household
          .vocabulary()
          .find(parts[2])
          .filter(fact -> !fact.ofHousehold() && member >= 0)
          .map(fact -> new MissingFact(fact, member));
    }
    return household.vocabulary().find(path).filter(Fact::ofHousehold).map(f -> missing(f));
  }

  private static MissingFact missing(Fact ofHousehold) {
    return new MissingFact(ofHousehold, 0);
  }

  /**
   * Everything that was not asked because no answer could have changed the result. Meaningful once
   * nothing is left to ask.
   */
  public List<MissingFact> unasked() {
    var unasked = new ArrayList<MissingFact>();
    for (int member = 0; member < household.size(); member++) {
      for (Fact fact : household.vocabulary().facts()) {
        var place = new MissingFact(fact, member);
        if (isUnasked(place)) {
          unasked.add(place);
        }
      }
    }
    return unasked;
  }

  private boolean isUnasked(MissingFact place) {
    var fact = place.fact();
    boolean isOnce = !fact.ofHousehold() || place.member() == 0;
    // What carries an assumption is told with it; whoever is alone is related to nobody.
    boolean isQuestion =
        !fact.isAssumed() && !(fact.equals(Vocabulary.RELATIONSHIPS_KNOWN) && said.size() == 1);
    return isOnce
        && isQuestion
        && !household.isKnown(fact, place.member())
        && !declined.contains(place.path(household))
        && !isAgeBesideBirthDate(place);
  }

  private boolean isAgeBesideBirthDate(MissingFact place) {
    var other =
        place.fact().equals(Vocabulary.AGE)
            ? Vocabulary.BIRTH_DATE
            : place.fact().equals(Vocabulary.BIRTH_DATE) ? Vocabulary.AGE : place.fact();
    return household.isKnown(other, place.member());
  }
}
