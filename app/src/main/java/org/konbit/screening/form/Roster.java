package org.konbit.screening.form;

import java.util.ArrayList;
import java.util.List;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Relationship;
import org.konbit.rules.household.Values;

/** Who belongs to a household: the same answers with one member more or less. */
public final class Roster {
  private Roster() {}

  /** The household with one more member, of whom nothing is known, at its end. */
  public static Household withOneMore(Household household) {
    int highest = 0;
    for (String id : household.ids()) {
      highest = Math.max(highest, Integer.parseInt(id.substring(1)));
    }
    var ids = new ArrayList<>(household.ids());
    ids.add("p" + (highest + 1));
    return copied(household, ids);
  }

  /** The household without the member: also nobody is related to them, claims or is claimed. */
  public static Household without(Household household, String id) {
    var ids = new ArrayList<>(household.ids());
    ids.remove(id);
    return copied(household, ids);
  }

  private static Household copied(Household from, List<String> ids) {
    var to = Household.of(from.vocabulary(), from.asOf(), ids);
    for (int member = 0; member < ids.size(); member++) {
      int old = from.ids().indexOf(ids.get(member));
      for (Fact fact : from.vocabulary().facts()) {
        if (old >= 0 && from.isKnown(fact, old) && (!fact.ofHousehold() || member == 0)) {
          to = copied(from, fact, old, to, member);
        }
      }
    }
    return to;
  }

  private static Household copied(Household from, Fact fact, int old, Household to, int member) {
    return switch (fact.type()) {
      case INCOME -> to.withIncome(member, from.income(old));
      case ENROLLED -> to.withEnrolled(member, from.enrolled(old));
      case WORDS -> to.withWords(fact, member, from.words(fact, old));
      case RELATIONSHIPS -> to.withRelationships(relationships(from, to));
      case MEMBER -> other(from, from.value(fact, old), to, fact, member);
      case MEMBERS -> to.with(fact, member, mask(from, from.value(fact, old), to));
      case BOOL, COUNT, CENTS, DATE, WORD -> to.with(fact, member, from.value(fact, old));
    };
  }

  private static List<Relationship> relationships(Household from, Household to) {
    var kept = new ArrayList<Relationship>();
    for (Relationship one : from.relationships()) {
      int first = to.ids().indexOf(from.ids().get(one.from()));
      int second = to.ids().indexOf(from.ids().get(one.to()));
      if (first >= 0 && second >= 0) {
        kept.add(new Relationship(first, second, one.is()));
      }
    }
    return kept;
  }

  // Whoever said that somebody who has left claims them has to say anew who does.
  private static Household other(Household from, long value, Household to, Fact fact, int member) {
    if (!Values.isPresent(value)) {
      return to.with(fact, member, value);
    }
    int number = to.ids().indexOf(from.ids().get((int) value));
    return number < 0 ? to : to.with(fact, member, number);
  }

  private static long mask(Household from, long value, Household to) {
    if (!Values.isPresent(value)) {
      return value;
    }
    long mask = 0;
    for (long rest = value; rest != 0; rest &= rest - 1) {
      int number = to.ids().indexOf(from.ids().get(Long.numberOfTrailingZeros(rest)));
      mask |= number < 0 ? 0 : 1L << number;
    }
    return mask;
  }
}
