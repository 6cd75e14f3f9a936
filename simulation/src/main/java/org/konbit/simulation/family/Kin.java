package org.konbit.simulation.family;

import java.util.ArrayList;
import java.util.List;
import org.konbit.rules.household.Relationship;
import org.konbit.rules.household.Relationship.Kind;
import org.konbit.simulation.microdata.Person;

/**
 * Who is whose relative in one home. The survey says how everyone is related to one reference
 * person, and who forms a smaller family within the home; what it does not say stays unsaid.
 */
final class Kin {
  private static final int REFERENCE = 20;
  private static final int CHILD_AGE = 19;
  private static final int STUDENT_AGE = 24;
  private static final int NOBODY = -1;

  private final List<Person> people;
  private final List<Relationship> relationships = new ArrayList<>();
  private final int[] spouse;
  private final List<List<Integer>> parents = new ArrayList<>();

  Kin(List<Person> people) {
    this.people = people;
    spouse = new int[people.size()];
    for (int i = 0; i < people.size(); i++) {
      spouse[i] = NOBODY;
      parents.add(new ArrayList<>(2));
    }
    int reference = find(REFERENCE);
    if (reference != NOBODY) {
      aroundReference(reference);
    }
    subfamilies();
    if (reference != NOBODY) {
      grandchildrenAndOthers(reference);
    }
  }

  private int find(int relationship) {
    for (int i = 0; i < people.size(); i++) {
      if (people.get(i).relationship() == relationship) {
        return i;
      }
    }
    return NOBODY;
  }

  private void aroundReference(int reference) {
    for (int i = 0; i < people.size(); i++) {
      switch (people.get(i).relationship()) {
        case 21, 23 -> marry(reference, i);
        case 22, 24 -> relate(reference, i, Kind.PARTNER);
        case 28 -> relate(reference, i, Kind.SIBLING);
        case 29 -> relate(i, reference, Kind.PARENT);
        default -> {
          // children come once the spouse is known; others are no relatives the law asks for
        }
      }
    }
    for (int i = 0; i < people.size(); i++) {
      int relationship = people.get(i).relationship();
      if (relationship >= 25 && relationship <= 27) {
        bear(reference, i, relationship == 27 ? Kind.STEPPARENT : Kind.PARENT);
        if (spouse[reference] != NOBODY) {
          bear(spouse[reference], i, Kind.PARENT);
        }
      }
    }
  }

  private void marry(int one, int other) {
    if (spouse[one] == NOBODY && spouse[other] == NOBODY) {
      spouse[one] = other;
      spouse[other] = one;
      relate(one, other, Kind.SPOUSE);
    }
  }

  private void bear(int parent, int child, Kind kind) {
    // A parent younger than the child is a slip of the survey's own editing.
    if (parent != child
        && people.get(parent).age() > people.get(child).age()
        && !parents.get(child).contains(parent)) {
      parents.get(child).add(parent);
      relate(parent, child, kind);
    }
  }

  private void relate(int from, int to, Kind kind) {
    relationships.add(new Relationship(from, to, kind));
  }

  private void subfamilies() {
    int most = 0;
    for (int i = 0; i < people.size(); i++) {
      most = Math.max(most, people.get(i).subfamily());
    }
    for (int number = 1; number <= most; number++) {
      var adults = new ArrayList<Integer>();
      for (int i = 0; i < people.size(); i++) {
        if (people.get(i).subfamily() == number && people.get(i).role() <= 3) {
          adults.add(i);
        }
      }
      boolean isCouple = adults.size() == 2 && people.get(adults.getFirst()).role() <= 2;
      if (isCouple) {
        marry(adults.getFirst(), adults.getLast());
      }
      for (int i = 0; i < people.size(); i++) {
        if (people.get(i).subfamily() == number && people.get(i).role() >= 4) {
          for (int adult : adults) {
            bear(adult, i, Kind.PARENT);
          }
        }
      }
    }
  }

  private void grandchildrenAndOthers(int reference) {
    for (int i = 0; i < people.size(); i++) {
      var person = people.get(i);
      boolean isOlder = people.get(reference).age() > person.age();
      if (person.relationship() == 30 && isOlder) {
        relate(reference, i, Kind.GRANDPARENT);
      } else if (person.relationship() == 33
          && person.age() < CHILD_AGE
          && isOlder
          && parents.get(i).isEmpty()) {
        relate(reference, i, Kind.CARETAKER);
      }
    }
  }

  List<Relationship> relationships() {
    return relationships;
  }

  /** The husband's or wife's place, or -1. */
  int spouse(int person) {
    return spouse[person];
  }

  /** Whose tax dependent the person would be, or -1: a parent's, else a grandparent's. */
  int supporter(int person) {
    var who = people.get(person);
    boolean isChild = who.age() < CHILD_AGE || (who.age() < STUDENT_AGE && who.isInSchool());
    boolean hasOwnFamily = spouse[person] != NOBODY || hasChild(person);
    if (!isChild || hasOwnFamily) {
      return NOBODY;
    }
    if (!parents.get(person).isEmpty()) {
      return parents.get(person).getFirst();
    }
    int reference = find(REFERENCE);
    boolean isInCare =
        relationships.stream()
            .anyMatch(r ->
                r.from() == reference
                    && r.to() == person
                    && (r.is() == Kind.GRANDPARENT || r.is() == Kind.CARETAKER));
    return isInCare ? reference : NOBODY;
  }

  private boolean hasChild(int person) {
    for (int i = 0; i < parents.size(); i++) {
      if (parents.get(i).contains(person)) {
        return true;
      }
    }
    return false;
  }
}
