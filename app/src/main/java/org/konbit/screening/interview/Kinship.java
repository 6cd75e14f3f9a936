package org.konbit.screening.interview;

import static org.konbit.rules.household.Relationship.Kind.CARETAKER;
import static org.konbit.rules.household.Relationship.Kind.GRANDPARENT;
import static org.konbit.rules.household.Relationship.Kind.PARENT;
import static org.konbit.rules.household.Relationship.Kind.PARTNER;
import static org.konbit.rules.household.Relationship.Kind.SIBLING;
import static org.konbit.rules.household.Relationship.Kind.SPOUSE;
import static org.konbit.rules.household.Relationship.Kind.STEPPARENT;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Relationship;

/**
 * What one person is to another, as a person would say it. The document knows fewer words: there
 * the elder is named first.
 */
enum Kinship {
  SPOUSE_OF("spouse", SPOUSE, true),
  PARTNER_OF("partner", PARTNER, true),
  CHILD_OF("child", PARENT, false),
  STEPCHILD_OF("stepchild", STEPPARENT, false),
  GRANDCHILD_OF("grandchild", GRANDPARENT, false),
  IN_CARE_OF("in-care", CARETAKER, false),
  PARENT_OF("parent", PARENT, true),
  STEPPARENT_OF("stepparent", STEPPARENT, true),
  GRANDPARENT_OF("grandparent", GRANDPARENT, true),
  CARETAKER_OF("caretaker", CARETAKER, true),
  SIBLING_OF("sibling", SIBLING, true),
  UNRELATED("other", SIBLING, true);

  private static final Set<Kinship> DESCENDANTS = EnumSet.of(CHILD_OF, STEPCHILD_OF, GRANDCHILD_OF);

  private final String word;
  private final Relationship.Kind is;
  private final boolean isFirst;

  Kinship(String word, Relationship.Kind is, boolean isFirst) {
    this.word = word;
    this.is = is;
    this.isFirst = isFirst;
  }

  /** As forms and message keys name it. */
  String word() {
    return word;
  }

  static Optional<Kinship> of(String word) {
    for (Kinship kinship : values()) {
      if (kinship.word.equals(word)) {
        return Optional.of(kinship);
      }
    }
    return Optional.empty();
  }

  /** What the document says of two members of whom the one is this to the other. */
  List<Relationship> stated(int one, int other) {
    if (this == UNRELATED) {
      return List.of();
    }
    return List.of(isFirst ? new Relationship(one, other, is) : new Relationship(other, one, is));
  }

  /** What the one is to the other by the document. */
  static Kinship between(Household household, int one, int other) {
    for (Relationship relationship : household.relationships()) {
      boolean isFirst = relationship.from() == one && relationship.to() == other;
      boolean isSecond = relationship.from() == other && relationship.to() == one;
      if (isFirst || isSecond) {
        return read(relationship.is(), isFirst);
      }
    }
    return UNRELATED;
  }

  private static Kinship read(Relationship.Kind is, boolean isFirst) {
    return switch (is) {
      case SPOUSE -> SPOUSE_OF;
      case PARTNER -> PARTNER_OF;
      case SIBLING -> SIBLING_OF;
      case PARENT -> isFirst ? PARENT_OF : CHILD_OF;
      case STEPPARENT -> isFirst ? STEPPARENT_OF : STEPCHILD_OF;
      case GRANDPARENT -> isFirst ? GRANDPARENT_OF : GRANDCHILD_OF;
      case CARETAKER -> isFirst ? CARETAKER_OF : IN_CARE_OF;
    };
  }

  /** The same relationships without any of these two. */
  static List<Relationship> without(List<Relationship> stated, int one, int other) {
    var others = new ArrayList<>(stated);
    others.removeIf(relationship ->
        (relationship.from() == one && relationship.to() == other)
            || (relationship.from() == other && relationship.to() == one));
    return others;
  }

  /**
   * What the one must be to the other, where that follows from what each of them is to a third.
   *
   * @return empty where it does not follow and has to be asked
   */
  static Optional<Kinship> follows(Kinship one, Kinship other) {
    if (one.isYounger(other)) {
      return turned(followsElderFirst(other, one));
    }
    return followsElderFirst(one, other);
  }

  private boolean isYounger(Kinship other) {
    return DESCENDANTS.contains(this) && !DESCENDANTS.contains(other);
  }

  private static Optional<Kinship> followsElderFirst(Kinship one, Kinship other) {
    boolean areOfOneParent =
        EnumSet.of(CHILD_OF, STEPCHILD_OF).contains(one)
            && EnumSet.of(CHILD_OF, STEPCHILD_OF).contains(other);
    if (areOfOneParent || (one == SIBLING_OF && DESCENDANTS.contains(other))) {
      return Optional.of(UNRELATED); // brothers and sisters share a parent; an aunt has no word
    }
    if (one == PARENT_OF && other == CHILD_OF) {
      return Optional.of(GRANDPARENT_OF);
    }
    if (one == SIBLING_OF && other == SIBLING_OF) {
      return Optional.of(SIBLING_OF);
    }
    boolean isCouple = one == SPOUSE_OF || one == PARTNER_OF;
    if (isCouple && other == STEPCHILD_OF) {
      return Optional.of(PARENT_OF);
    }
    return Optional.empty();
  }

  private static Optional<Kinship> turned(Optional<Kinship> kinship) {
    return kinship.map(each ->
        switch (each) {
          case PARENT_OF -> CHILD_OF;
          case GRANDPARENT_OF -> GRANDCHILD_OF;
          default -> each;
        });
  }
}
