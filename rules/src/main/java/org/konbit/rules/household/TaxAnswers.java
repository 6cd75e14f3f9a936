package org.konbit.rules.household;

import java.util.Arrays;

/**
 * What the tax answers of a whole household say together, each read from both sides: who is claimed
 * by whom follows from the claims and the other way round.
 *
 * <p>Someone who is claimed is taken to claim nobody (26 USC 152(b)(1)).
 */
final class TaxAnswers {
  // No value of an answer: a member's number, a set of members, unknown and none are none of these.
  private static final long UNSEEN = Long.MAX_VALUE;

  private final View view;
  private final int size;
  // Each answer follows from those of all members, and in a large household all are asked of all.
  private final long[] joints;
  private final long[] claims;
  private final long everyone;
  private final long dependents;
  private final long openDependents;
  private final long openClaimers;

  TaxAnswers(View view) {
    this.view = view;
    size = view.household().size();
    joints = new long[size];
    claims = new long[size];
    Arrays.fill(joints, UNSEEN);
    Arrays.fill(claims, UNSEEN);
    everyone = (1L << size) - 1;
    long claimed = 0;
    long unanswered = 0;
    long mayClaim = 0;
    for (int member = 0; member < size; member++) {
      long by = view.fact(Vocabulary.CLAIMED_BY, member);
      long claims = statedClaims(member);
      unanswered |= by == Values.UNKNOWN ? 1L << member : 0;
      claimed |= Values.isPresent(by) ? 1L << member : 0;
      claimed |= claims == Values.UNKNOWN ? 0 : claims;
      mayClaim |= claims == Values.UNKNOWN ? 1L << member : 0;
    }
    dependents = claimed;
    openDependents = unanswered & ~claimed;
    openClaimers = mayClaim & ~claimed;
  }

  /** Whether the member files a return: true, false or unknown. */
  long files(int member) {
    long stated = view.fact(Vocabulary.FILES, member);
    if (stated != Values.UNKNOWN) {
      return stated == Values.TRUE ? Values.TRUE : Values.FALSE;
    }
    if (view.fact(Vocabulary.CLAIMS, member) > 0 || Values.isPresent(joint(member))) {
      return Values.TRUE;
    }
    return surelyClaimed(member) != 0 ? Values.TRUE : Values.UNKNOWN;
  }

  /** Who claims the member: a member, {@link Values#NONE} or unknown. */
  long claimer(int member) {
    long stated = view.fact(Vocabulary.CLAIMED_BY, member);
    if (stated != Values.UNKNOWN) {
      return stated;
    }
    if ((dependents & 1L << member) == 0) {
      return possibleClaimers(member) == 0 ? Values.NONE : Values.UNKNOWN;
    }
    int by = 0;
    while (!isClaimedBy(member, by)) {
      by++;
    }
    return by;
  }

  /** Who might turn out to claim a member of whom that is not known. */
  long possibleClaimers(int member) {
    long self = 1L << member;
    return (openDependents & self) == 0 ? 0 : openClaimers & ~self;
  }

  /** Whom the member claims: at the least, or at the most while that is not known. */
  long claims(int member, boolean atLeast) {
    long stated = statedClaims(member);
    if (stated != Values.UNKNOWN) {
      return stated;
    }
    return surelyClaimed(member) | (atLeast ? 0 : possiblyClaimed(member));
  }

  boolean areClaimsKnown(int member) {
    return statedClaims(member) != Values.UNKNOWN || possiblyClaimed(member) == 0;
  }

  /** Who files one return with the member: a member, {@link Values#NONE} or unknown. */
  long joint(int member) {
    if (joints[member] == UNSEEN) {
      joints[member] = findJoint(member);
    }
    return joints[member];
  }

  private long findJoint(int member) {
    long stated = view.fact(Vocabulary.JOINTLY_WITH, member);
    if (stated != Values.UNKNOWN) {
      return stated;
    }
    for (int other = 0; other < size; other++) {
      if (other != member && view.fact(Vocabulary.JOINTLY_WITH, other) == member) {
        return other;
      }
    }
    return possiblyJoint(member) == 0 ? Values.NONE : Values.UNKNOWN;
  }

  /** With whom the member might turn out to file jointly: only spouses may (26 USC 6013(a)). */
  long possiblyJoint(int member) {
    if (!mayFileJointly(member)) {
      return 0;
    }
    long candidates =
        Relatives.areKnown(view) ? Relatives.spousesOf(view.household(), member) : everyone;
    long possible = 0;
    for (long rest = candidates & ~(1L << member); rest != 0; rest &= rest - 1) {
      int other = Long.numberOfTrailingZeros(rest);
      possible |= mayFileJointly(other) ? 1L << other : 0;
    }
    return possible;
  }

  private boolean mayFileJointly(int member) {
    long files = view.fact(Vocabulary.FILES, member);
    boolean mayFile = files == Values.UNKNOWN || files == Values.TRUE;
    return mayFile && view.fact(Vocabulary.JOINTLY_WITH, member) == Values.UNKNOWN;
  }

  // Joint filers claim together, so either one's answer is both's.
  private long statedClaims(int member) {
    if (claims[member] == UNSEEN) {
      claims[member] = findClaims(member);
    }
    return claims[member];
  }

  private long findClaims(int member) {
    long own = view.fact(Vocabulary.CLAIMS, member);
    if (own != Values.UNKNOWN) {
      return Math.max(own, 0);
    }
    long files = view.fact(Vocabulary.FILES, member);
    if (files == Values.FALSE || files == Values.NONE) {
      return 0;
    }
    long joint = joint(member);
    long theirs =
        Values.isPresent(joint) ? view.fact(Vocabulary.CLAIMS, (int) joint) : Values.UNKNOWN;
    return theirs == Values.UNKNOWN ? Values.UNKNOWN : Math.max(theirs, 0);
  }

  private long surelyClaimed(int by) {
    long claimed = 0;
    for (int member = 0; member < size; member++) {
      claimed |= view.fact(Vocabulary.CLAIMED_BY, member) == by ? 1L << member : 0;
    }
    return claimed;
  }

  private long possiblyClaimed(int by) {
    long self = 1L << by;
    return (openClaimers & self) == 0 ? 0 : openDependents & ~self;
  }

  private boolean isClaimedBy(int member, int by) {
    long claims = view.fact(Vocabulary.CLAIMS, by);
    return Values.isPresent(claims) && (claims & 1L << member) != 0;
  }
}
