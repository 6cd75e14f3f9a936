package org.konbit.rulepacks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Relationship;
import org.konbit.rules.household.Values;

/** The same family written down otherwise: in another order, by other ids, with one more. */
final class Rebuilt {
  private final Household from;
  private final List<Integer> order;
  private Household made;

  private Rebuilt(Household from, List<Integer> order, List<String> ids) {
    this.from = from;
    this.order = order;
    this.made = Household.of(from.vocabulary(), from.asOf(), ids);
  }

  /**
   * The family in another order and by other names.
   *
   * @param order the members' numbers in the order in which they shall stand
   */
  static Household of(Household from, List<Integer> order, UnaryOperator<String> named) {
    var ids = order.stream().map(from.ids()::get).map(named).toList();
    return new Rebuilt(from, order, ids).made();
  }

  /** The family and, after it, one more member of whom nothing is answered yet. */
  static Household withOneMore(Household from, String id) {
    var order = new ArrayList<Integer>();
    var ids = new ArrayList<>(from.ids());
    for (int member = 0; member < from.size(); member++) {
      order.add(member);
    }
    ids.add(id);
    return new Rebuilt(from, order, ids).made();
  }

  private Household made() {
    for (int place = 0; place < order.size(); place++) {
      for (Fact fact : from.vocabulary().facts()) {
        int member = order.get(place);
        if (from.isKnown(fact, member) && (!fact.ofHousehold() || place == 0)) {
          copy(fact, member, place);
        }
      }
    }
    return made;
  }

  private void copy(Fact fact, int member, int place) {
    made =
        switch (fact.type()) {
          case INCOME -> made.withIncome(place, from.income(member));
          case ENROLLED -> made.withEnrolled(place, from.enrolled(member));
          case WORDS -> made.withWords(fact, place, from.words(fact, member));
          case RELATIONSHIPS -> made.withRelationships(relationships());
          case MEMBER -> made.with(fact, place, moved(from.value(fact, member)));
          case MEMBERS -> made.with(fact, place, movedAll(from.value(fact, member)));
          case BOOL, COUNT, CENTS, DATE, WORD -> made.with(fact, place, from.value(fact, member));
        };
  }

  private List<Relationship> relationships() {
    return from.relationships().stream()
        .map(one -> new Relationship(order.indexOf(one.from()), order.indexOf(one.to()), one.is()))
        .toList();
  }

  private long moved(long member) {
    return Values.isPresent(member) ? order.indexOf((int) member) : member;
  }

  private long movedAll(long members) {
    long moved = 0;
    for (long rest = members; rest != 0; rest &= rest - 1) {
      moved |= 1L << order.indexOf(Long.numberOfTrailingZeros(rest));
    }
    return moved;
  }
}
