package org.konbit.rules.household;

/**
 * Holds the tax answers of a household against each other: each claim is told from two sides and a
 * joint return by two people. Contradictions are refused; what one side leaves out is completed
 * from the other.
 */
final class TaxConsistency {
  private final Draft draft;
  private final int size;

  private TaxConsistency(Draft draft) {
    this.draft = draft;
    size = draft.size();
  }

  static void check(Draft draft) {
    var checks = new TaxConsistency(draft);
    checks.jointReturns();
    checks.claims();
    checks.claimedBy();
    checks.filing();
    // What one round completes may let the next complete more: a claim ends an open question, which
    // ends another. Each round answers something or is the last.
    int answered = -1;
    while (answered != checks.answered()) {
      answered = checks.answered();
      checks.complete();
    }
  }

  private int answered() {
    int answered = 0;
    for (int member = 0; member < size; member++) {
      answered += draft.isUnknown(Vocabulary.FILES, member) ? 0 : 1;
      answered += draft.isUnknown(Vocabulary.JOINTLY_WITH, member) ? 0 : 1;
      answered += draft.isUnknown(Vocabulary.CLAIMS, member) ? 0 : 1;
      answered += draft.isUnknown(Vocabulary.CLAIMED_BY, member) ? 0 : 1;
    }
    return answered;
  }

  private void jointReturns() {
    boolean isKinKnown = !draft.isUnknown(Vocabulary.RELATIONSHIPS_KNOWN, 0);
    for (int member = 0; member < size; member++) {
      long other = draft.value(Vocabulary.JOINTLY_WITH, member);
      if (!Values.isPresent(other)) {
        continue;
      }
      draft.complete(Vocabulary.JOINTLY_WITH, (int) other, member);
      if (draft.value(Vocabulary.JOINTLY_WITH, (int) other) != member) {
        refuse(Vocabulary.JOINTLY_WITH, member, "jointlyWith", other, "does not say the same");
      }
      long spouses = isKinKnown ? Relatives.spousesOf(draft.household(), member) : -1;
      if ((spouses & 1L << other) == 0) {
        refuse(Vocabulary.JOINTLY_WITH, member, "jointlyWith", other, "is not the spouse");
      }
    }
  }

  private void claims() {
    for (int member = 0; member < size; member++) {
      long claims = draft.value(Vocabulary.CLAIMS, member);
      for (long rest = Math.max(claims, 0); rest != 0; rest &= rest - 1) {
        int dependent = Long.numberOfTrailingZeros(rest);
        draft.complete(Vocabulary.CLAIMED_BY, dependent, firstOfReturn(member));
        long by = draft.value(Vocabulary.CLAIMED_BY, dependent);
        if (by == Values.NONE) {
          refuse(Vocabulary.CLAIMS, member, "claims", dependent, "says that nobody does");
        } else if (by != member && !isJoint(member, (int) by)) {
          refuse(Vocabulary.CLAIMS, member, "claims", dependent, "is claimed by another");
        }
      }
    }
  }

  // Two who both claim somebody file jointly, or it is a mistake; where neither says, they do.
  private boolean isJoint(int member, int other) {
    boolean mayMarry =
        draft.isUnknown(Vocabulary.RELATIONSHIPS_KNOWN, 0)
            || (Relatives.spousesOf(draft.household(), member) & 1L << other) != 0;
    boolean isOpen =
        draft.isUnknown(Vocabulary.JOINTLY_WITH, member)
            && draft.isUnknown(Vocabulary.JOINTLY_WITH, other);
    if (isOpen && mayMarry) {
      draft.put(Vocabulary.JOINTLY_WITH, member, other);
      draft.put(Vocabulary.JOINTLY_WITH, other, member);
    }
    return draft.value(Vocabulary.JOINTLY_WITH, member) == other;
  }

  private long firstOfReturn(int member) {
    long joint = draft.value(Vocabulary.JOINTLY_WITH, member);
    return Values.isPresent(joint) ? Math.min(joint, member) : member;
  }

  private void claimedBy() {
    for (int member = 0; member < size; member++) {
      long by = draft.value(Vocabulary.CLAIMED_BY, member);
      if (!Values.isPresent(by)) {
        continue;
      }
      long joint = draft.value(Vocabulary.JOINTLY_WITH, (int) by);
      long claims = draft.value(Vocabulary.CLAIMS, (int) by);
      long theirs = Values.isPresent(joint) ? draft.value(Vocabulary.CLAIMS, (int) joint) : 0;
      boolean isTold = claims == Values.UNKNOWN || ((claims | theirs) & 1L << member) != 0;
      if (!isTold) {
        refuse(Vocabulary.CLAIMED_BY, member, "claimedBy", by, "claims others or nobody");
      }
      // 26 USC 152(b)(1): a dependent has no dependents.
      if (draft.value(Vocabulary.CLAIMS, member) > 0) {
        refuse(Vocabulary.CLAIMS, member, "claims", by, "claims this member, who then cannot");
      }
    }
  }

  private void filing() {
    for (int member = 0; member < size; member++) {
      boolean mustFile =
          Values.isPresent(draft.value(Vocabulary.JOINTLY_WITH, member))
              || draft.value(Vocabulary.CLAIMS, member) > 0
              || isClaimer(member);
      if (mustFile) {
        draft.complete(Vocabulary.FILES, member, Values.TRUE);
      }
      if (mustFile && draft.value(Vocabulary.FILES, member) == Values.FALSE) {
        draft.problem(
            Vocabulary.FILES,
            member,
            "The member does not file, yet files jointly or claims somebody.",
            "Write files: true, or take the return and the claims away on both sides.");
      }
    }
  }

  private boolean isClaimer(int member) {
    for (int other = 0; other < size; other++) {
      if (draft.value(Vocabulary.CLAIMED_BY, other) == member) {
        return true;
      }
    }
    return false;
  }

  private void complete() {
    for (int member = 0; member < size; member++) {
      if (draft.value(Vocabulary.FILES, member) == Values.FALSE) {
        draft.complete(Vocabulary.JOINTLY_WITH, member, Values.NONE);
        draft.complete(Vocabulary.CLAIMS, member, 0);
      }
      if (Values.isPresent(draft.value(Vocabulary.CLAIMED_BY, member))) {
        draft.complete(Vocabulary.CLAIMS, member, 0);
      }
      completeJoint(member);
      completeClaims(member);
      if (draft.isUnknown(Vocabulary.CLAIMED_BY, member) && areOthersClaimsKnown(member)) {
        draft.put(Vocabulary.CLAIMED_BY, member, Values.NONE);
      }
    }
  }

  private void completeJoint(int member) {
    long spouses =
        size == 1
            ? 0
            : draft.isUnknown(Vocabulary.RELATIONSHIPS_KNOWN, 0)
                ? -1
                : Relatives.spousesOf(draft.household(), member);
    boolean isOnlyOther = Long.bitCount(spouses) == 1;
    int other = Long.numberOfTrailingZeros(spouses);
    boolean cannot =
        spouses == 0 || (isOnlyOther && draft.value(Vocabulary.JOINTLY_WITH, other) == Values.NONE);
    if (cannot) {
      draft.complete(Vocabulary.JOINTLY_WITH, member, Values.NONE);
    }
  }

  // What joint filers claim, they claim together.
  private void completeClaims(int member) {
    long joint = draft.value(Vocabulary.JOINTLY_WITH, member);
    long own = draft.value(Vocabulary.CLAIMS, member);
    if (Values.isPresent(joint)) {
      long theirs = draft.value(Vocabulary.CLAIMS, (int) joint);
      if (own != Values.UNKNOWN || theirs != Values.UNKNOWN) {
        draft.put(Vocabulary.CLAIMS, member, Math.max(own, 0) | Math.max(theirs, 0));
      }
    }
    if (draft.isUnknown(Vocabulary.CLAIMS, member)
        && joint != Values.UNKNOWN
        && areOthersClaimersKnown(member)) {
      long claims = claimedBy(member);
      draft.put(
          Vocabulary.CLAIMS,
          member,
          Values.isPresent(joint) ? claims | claimedBy((int) joint) : claims);
    }
  }

  private long claimedBy(int member) {
    long claims = 0;
    for (int other = 0; other < size; other++) {
      claims |= draft.value(Vocabulary.CLAIMED_BY, other) == member ? 1L << other : 0;
    }
    return claims;
  }

  private boolean areOthersClaimersKnown(int member) {
    for (int other = 0; other < size; other++) {
      if (other != member && draft.isUnknown(Vocabulary.CLAIMED_BY, other)) {
        return false;
      }
    }
    return true;
  }

  private boolean areOthersClaimsKnown(int member) {
    for (int other = 0; other < size; other++) {
      if (other != member && draft.isUnknown(Vocabulary.CLAIMS, other)) {
        return false;
      }
    }
    return true;
  }

  private void refuse(Fact fact, int member, String name, long other, String why) {
    // Where the answer was completed, the contradiction is told at the answer it came from.
    int at = draft.isStated(fact, member) ? member : (int) other;
    draft.problem(
        fact,
        at,
        "The %s of (%s) cannot be: (%s) %s."
            .formatted(name, draft.id(member), draft.id((int) other), why),
        "Correct one of the two answers, or leave one out.");
  }
}
