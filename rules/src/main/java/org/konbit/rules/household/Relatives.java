package org.konbit.rules.household;

import org.konbit.rules.household.Relationship.Kind;

/**
 * Who of a household is what to a member: a bit per member, or {@link Values#UNKNOWN} while the
 * relationships of a household of several are not answered.
 *
 * <p>A parent's spouse who is not stated as a parent is a stepparent, stated or not: "parent" is
 * "natural or biological, adopted or step" (42 CFR 435.603(b), definition added 2012; 130 CMR
 * 501.001).
 */
public final class Relatives {
  private Relatives() {}

  /** The member's children and stepchildren of any age. */
  public static long children(View view, int member) {
    return areKnown(view) ? childrenOf(view.household(), member) : unknown(view);
  }

  /** Children, stepchildren, grandchildren, and whoever the member is the caretaker of. */
  public static long inCare(View view, int member) {
    return areKnown(view) ? inCareOf(view.household(), member) : unknown(view);
  }

  /** The member's parents and stepparents. */
  public static long parents(View view, int member) {
    return areKnown(view) ? parentsOf(view.household(), member) : unknown(view);
  }

  public static long spouses(View view, int member) {
    return areKnown(view) ? spousesOf(view.household(), member) : unknown(view);
  }

  public static long partners(View view, int member) {
    return areKnown(view) ? pairedWith(view.household(), member, Kind.PARTNER) : unknown(view);
  }

  /** Brothers and sisters, half and step included: stated, or sharing a parent or stepparent. */
  public static long siblings(View view, int member) {
    return areKnown(view) ? siblingsOf(view.household(), member) : unknown(view);
  }

  /** Whoever lives alone is related to nobody, asked or not. */
  static boolean areKnown(View view) {
    return view.household().size() == 1
        || view.fact(Vocabulary.RELATIONSHIPS_KNOWN, 0) != Values.UNKNOWN;
  }

  private static long unknown(View view) {
    view.missing(Vocabulary.RELATIONSHIPS_KNOWN, 0);
    return Values.UNKNOWN;
  }

  static long childrenOf(Household household, int member) {
    long own = statedChildren(household, member);
    long spouses = spousesOf(household, member);
    for (long rest = spouses; rest != 0; rest &= rest - 1) {
      own |= statedChildren(household, Long.numberOfTrailingZeros(rest));
    }
    return own & ~(1L << member);
  }

  private static long statedChildren(Household household, int member) {
    return from(household, member, Kind.PARENT) | from(household, member, Kind.STEPPARENT);
  }

  static long inCareOf(Household household, int member) {
    return childrenOf(household, member)
        | from(household, member, Kind.GRANDPARENT)
        | from(household, member, Kind.CARETAKER);
  }

  static long parentsOf(Household household, int member) {
    long parents = to(household, member, Kind.PARENT) | to(household, member, Kind.STEPPARENT);
    long spouses = 0;
    for (long rest = parents; rest != 0; rest &= rest - 1) {
      spouses |= spousesOf(household, Long.numberOfTrailingZeros(rest));
    }
    return (parents | spouses) & ~(1L << member);
  }

  static long spousesOf(Household household, int member) {
    return pairedWith(household, member, Kind.SPOUSE);
  }

  static long siblingsOf(Household household, int member) {
    long siblings = pairedWith(household, member, Kind.SIBLING);
    for (long rest = parentsOf(household, member); rest != 0; rest &= rest - 1) {
      siblings |= childrenOf(household, Long.numberOfTrailingZeros(rest));
    }
    return siblings & ~(1L << member);
  }

  private static long pairedWith(Household household, int member, Kind kind) {
    return from(household, member, kind) | to(household, member, kind);
  }

  private static long from(Household household, int member, Kind kind) {
    return others(household, member, kind, true);
  }

  private static long to(Household household, int member, Kind kind) {
    return others(household, member, kind, false);
  }

  // Those at the other end of what is stated of the member as the first or as the second.
  private static long others(Household household, int member, Kind kind, boolean isFirst) {
    var stated = household.relationships();
    long found = 0;
    for (int i = 0; i < stated.size(); i++) {
      var relationship = stated.get(i);
      int own = isFirst ? relationship.from() : relationship.to();
      if (own == member && relationship.is() == kind) {
        found |= 1L << (isFirst ? relationship.to() : relationship.from());
      }
    }
    return found;
  }
}
