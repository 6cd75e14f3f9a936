package org.konbit.rulepacks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Vocabulary;

/** Where a document can be answered: each fact of each member, without those that are assumed. */
record Places(List<Place> all) {
  // Questions that answer one another, so that any of them may be asked for the rest.
  private static final List<List<Fact>> TOGETHER =
      List.of(
          List.of(Vocabulary.AGE, Vocabulary.BIRTH_DATE),
          List.of(Vocabulary.PREGNANT, Vocabulary.EXPECTED_BABIES),
          List.of(
              Vocabulary.FILES,
              Vocabulary.JOINTLY_WITH,
              Vocabulary.CLAIMS,
              Vocabulary.CLAIMED_BY,
              Vocabulary.RELATIONSHIPS_KNOWN));

  /** One fact of one member. */
  record Place(Fact fact, int member) {
    /** The fact and those that answer the same question. */
    List<Fact> together() {
      return TOGETHER.stream()
          .filter(facts -> facts.contains(fact))
          .findFirst()
          .orElse(List.of(fact));
    }

    /** Whether nothing is told that an answer here could contradict. */
    boolean isOpenIn(Household household) {
      return together().stream().noneMatch(each -> household.isKnown(each, member));
    }

    Household forgotten(Household household) {
      return household.without(fact, member);
    }

    /** The second household with this one answer of the first. */
    Household copied(Household from, Household to) {
      if (!from.isKnown(fact, member)) {
        return to.without(fact, member);
      }
      return switch (fact.type()) {
        case INCOME -> to.withIncome(member, from.income(member));
        case ENROLLED -> to.withEnrolled(member, from.enrolled(member));
        case WORDS -> to.withWords(fact, member, from.words(fact, member));
        case RELATIONSHIPS -> to.withRelationships(from.relationships());
        case BOOL, COUNT, CENTS, DATE, WORD, MEMBER, MEMBERS ->
            to.with(fact, member, from.value(fact, member));
      };
    }

    String path(Household household) {
      return household.path(fact, member);
    }
  }

  static Places of(Household household) {
    var all = new ArrayList<Place>();
    for (int member = 0; member < household.size(); member++) {
      for (Fact fact : household.vocabulary().facts()) {
        if (!fact.isAssumed() && (!fact.ofHousehold() || member == 0)) {
          all.add(new Place(fact, member));
        }
      }
    }
    return new Places(all);
  }

  List<Place> inAnyOrder(Random random) {
    var shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
