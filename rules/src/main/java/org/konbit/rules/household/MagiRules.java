package org.konbit.rules.household;

/**
 * The three rules of the MAGI household (42 CFR 435.603(f), as of 2026-01-01; 130 CMR 506.002(B)).
 *
 * <p>While answers are missing each rule gives two sets: who is in the household whatever the
 * answers ("at least") and who might be ("at most"). Where both are the same, the missing answers
 * do not matter. Trying every combination of answers was refused: it grows exponentially.
 */
final class MagiRules {
  private final View view;
  private final Household household;
  private final TaxAnswers tax;
  private final boolean isKinKnown;
  private boolean isOpen;

  MagiRules(View view) {
    this.view = view;
    household = view.household();
    tax = new TaxAnswers(view);
    isKinKnown = Relatives.areKnown(view);
  }

  TaxAnswers tax() {
    return tax;
  }

  long members(int member) {
    isOpen = false;
    long sure = bound(member, true);
    // Nothing unknown was met, so the other bound is the same.
    return !isOpen || sure == bound(member, false) ? sure : Values.UNKNOWN;
  }

  long bound(int member, boolean atLeast) {
    long claimer = tax.claimer(member);
    if (Values.isPresent(claimer)) {
      return asDependent(member, (int) claimer, atLeast);
    }
    long set = asNobodysDependent(member, atLeast);
    for (long rest = tax.possibleClaimers(member); rest != 0; rest &= rest - 1) {
      isOpen = true;
      int by = Long.numberOfTrailingZeros(rest);
      set = either(set, asDependent(member, by, atLeast), atLeast);
    }
    return set;
  }

  private long asNobodysDependent(int member, boolean atLeast) {
    long files = tax.files(member);
    if (files == Values.UNKNOWN) {
      isOpen = true;
      return either(asFiler(member, atLeast), asNonFiler(member, atLeast), atLeast);
    }
    return files == Values.TRUE ? asFiler(member, atLeast) : asNonFiler(member, atLeast);
  }

  /** 42 CFR 435.603(f)(1) and (4). */
  private long asFiler(int member, boolean atLeast) {
    long set = 1L << member | spouses(member, atLeast) | claims(member, atLeast);
    long joint = tax.joint(member);
    if (Values.isPresent(joint)) {
      return set | 1L << joint | claims((int) joint, atLeast);
    }
    if (joint == Values.UNKNOWN) {
      isOpen = true;
      for (long rest = atLeast ? 0 : tax.possiblyJoint(member); rest != 0; rest &= rest - 1) {
        int other = Long.numberOfTrailingZeros(rest);
        set |= 1L << other | claims(other, false);
      }
    }
    return set;
  }

  /** 42 CFR 435.603(f)(2) and (4). */
  private long asDependent(int member, int claimer, boolean atLeast) {
    long excepted = isExcepted(member, claimer);
    if (excepted == Values.TRUE) {
      return asNonFiler(member, atLeast);
    }
    long set = 1L << member | spouses(member, atLeast) | asFiler(claimer, atLeast);
    if (excepted == Values.UNKNOWN) {
      isOpen = true;
      return either(set, asNonFiler(member, atLeast), atLeast);
    }
    return set;
  }

  /**
   * 42 CFR 435.603(f)(2)(i) and (ii). Exception (iii), the noncustodial parent, cannot occur: who
   * is in a document lives together.
   */
  long isExcepted(int member, int claimer) {
    if (!isKinKnown) {
      return Values.UNKNOWN;
    }
    if (isClaimedByOther(member, claimer)) {
      return Values.TRUE;
    }
    long parents = Relatives.parentsOf(household, member);
    long joint = tax.joint(claimer);
    boolean isJointWithParent = Values.isPresent(joint) && (parents & 1L << joint) != 0;
    if ((parents & 1L << claimer) == 0 || Long.bitCount(parents) < 2 || isJointWithParent) {
      return Values.FALSE;
    }
    long isChild = view.isUnderAge(member, childAge());
    boolean mayBeJoint = joint == Values.UNKNOWN && (tax.possiblyJoint(claimer) & parents) != 0;
    return mayBeJoint && isChild != Values.FALSE ? Values.UNKNOWN : isChild;
  }

  /** Whether the claimer is neither the member's spouse nor a parent: 435.603(f)(2)(i). */
  private boolean isClaimedByOther(int member, int claimer) {
    long joint = tax.joint(claimer);
    long claimers = 1L << claimer | (Values.isPresent(joint) ? 1L << joint : 0);
    long kin = Relatives.parentsOf(household, member) | Relatives.spousesOf(household, member);
    return (claimers & kin) == 0;
  }

  /** 42 CFR 435.603(f)(3) and (4). */
  private long asNonFiler(int member, boolean atLeast) {
    if (!isKinKnown) {
      isOpen = true;
      return atLeast ? 1L << member : (1L << household.size()) - 1;
    }
    long set = 1L << member | Relatives.spousesOf(household, member);
    set |= youngOnes(Relatives.childrenOf(household, member), atLeast);
    long parents = Relatives.parentsOf(household, member);
    long siblings = Relatives.siblingsOf(household, member);
    if ((parents | siblings) != 0 && isYoung(member, atLeast)) {
      set |= parents | youngOnes(siblings, atLeast);
    }
    return set;
  }

  private long youngOnes(long candidates, boolean atLeast) {
    long young = 0;
    for (long rest = candidates; rest != 0; rest &= rest - 1) {
      int member = Long.numberOfTrailingZeros(rest);
      young |= isYoung(member, atLeast) ? 1L << member : 0;
    }
    return young;
  }

  private boolean isYoung(int member, boolean atLeast) {
    long isUnder = view.isUnderAge(member, childAge());
    isOpen |= isUnder == Values.UNKNOWN;
    return isUnder == Values.UNKNOWN ? !atLeast : isUnder == Values.TRUE;
  }

  private long spouses(int member, boolean atLeast) {
    if (isKinKnown) {
      return Relatives.spousesOf(household, member);
    }
    long joint = tax.joint(member);
    if (Values.isPresent(joint)) {
      return 1L << joint;
    }
    isOpen = true;
    return atLeast ? 0 : (1L << household.size()) - 1;
  }

  private long claims(int member, boolean atLeast) {
    isOpen |= !tax.areClaimsKnown(member);
    return tax.claims(member, atLeast);
  }

  private int childAge() {
    return (int) view.parameter("magi_child_age", view.year());
  }

  private static long either(long one, long other, boolean atLeast) {
    return atLeast ? one & other : one | other;
  }

  /**
   * Whether the income of someone in {@code of}'s household is left out, provided they need not
   * file (42 CFR 435.603(d)(2)): a child's in a parent's household for everybody, the child
   * included; a dependent's whom neither a spouse nor a parent claims, in the claimer's household.
   */
  long isLeftOut(int member, int of, long members) {
    if (!isKinKnown) {
      return Values.UNKNOWN;
    }
    boolean mayBe = false;
    long parents = Relatives.parentsOf(household, member);
    for (long rest = parents; rest != 0; rest &= rest - 1) {
      int parent = Long.numberOfTrailingZeros(rest);
      if ((bound(parent, true) & 1L << member) != 0) {
        return Values.TRUE;
      }
      mayBe |= (bound(parent, false) & 1L << member) != 0;
    }
    long asDependent = member == of ? Values.FALSE : isLeftOutForClaimer(member, members);
    return mayBe && asDependent != Values.TRUE ? Values.UNKNOWN : asDependent;
  }

  private long isLeftOutForClaimer(int member, long members) {
    long claimer = tax.claimer(member);
    if (Values.isPresent(claimer)) {
      boolean isTheirs = (members & 1L << claimer) != 0;
      return Values.of(isTheirs && isClaimedByOther(member, (int) claimer));
    }
    for (long rest = tax.possibleClaimers(member) & members; rest != 0; rest &= rest - 1) {
      if (isClaimedByOther(member, Long.numberOfTrailingZeros(rest))) {
        return Values.UNKNOWN;
      }
    }
    return Values.FALSE;
  }

  /** Names what {@link #isLeftOut} was missing. */
  void nameMissingForIncome(int member) {
    if (!isKinKnown) {
      view.missing(Vocabulary.RELATIONSHIPS_KNOWN, 0);
      return;
    }
    if (tax.claimer(member) == Values.UNKNOWN) {
      view.missing(Vocabulary.CLAIMED_BY, member);
    }
    for (long rest = Relatives.parentsOf(household, member); rest != 0; rest &= rest - 1) {
      int parent = Long.numberOfTrailingZeros(rest);
      if (bound(parent, true) != bound(parent, false)) {
        nameMissing(parent);
      }
    }
  }

  /** Names every answer on which the member's household hangs. */
  void nameMissing(int member) {
    if (!isKinKnown) {
      view.missing(Vocabulary.RELATIONSHIPS_KNOWN, 0);
    }
    long claimer = tax.claimer(member);
    int filer = Values.isPresent(claimer) ? (int) claimer : member;
    if (claimer == Values.UNKNOWN) {
      view.missing(Vocabulary.CLAIMED_BY, member);
    }
    if (filer == member && tax.files(member) == Values.UNKNOWN) {
      view.missing(Vocabulary.FILES, member);
    }
    if (tax.joint(filer) == Values.UNKNOWN) {
      view.missing(Vocabulary.JOINTLY_WITH, filer);
    }
    if (!tax.areClaimsKnown(filer)) {
      view.missing(Vocabulary.CLAIMS, filer);
    }
    if (isKinKnown && mayBeNonFiler(member, claimer)) {
      nameMissingAges(member);
    }
  }

  private boolean mayBeNonFiler(int member, long claimer) {
    return Values.isPresent(claimer)
        ? isExcepted(member, (int) claimer) != Values.FALSE
        : claimer == Values.UNKNOWN || tax.files(member) != Values.TRUE;
  }

  private void nameMissingAges(int member) {
    long siblings = Relatives.siblingsOf(household, member);
    long elders = siblings | Relatives.parentsOf(household, member);
    long asked = Relatives.childrenOf(household, member) | siblings;
    asked |= elders == 0 ? 0 : 1L << member;
    for (long rest = asked; rest != 0; rest &= rest - 1) {
      int person = Long.numberOfTrailingZeros(rest);
      if (view.isUnderAge(person, childAge()) == Values.UNKNOWN) {
        view.missing(Vocabulary.AGE, person);
      }
    }
  }
}
