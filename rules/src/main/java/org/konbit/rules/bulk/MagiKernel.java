package org.konbit.rules.bulk;

/**
 * The households by which coverage is measured, where every answer they rest on is known: as {@link
 * org.konbit.rules.household.MagiHouseholds} and {@link
 * org.konbit.rules.household.DisabledHouseholds} say (42 CFR 435.603(d) and (f), 130 CMR 506.002,
 * as of 2026-01-30).
 */
final class MagiKernel {
  private final Kin kin;
  private final Returns tax;
  private long young;

  MagiKernel(Kin kin, Returns tax) {
    this.kin = kin;
    this.tax = tax;
  }

  /** The household at hand has these members under the age at which a state ends childhood. */
  void read(long underChildAge) {
    young = underChildAge;
  }

  long members(int member) {
    int claimer = tax.claimer[member];
    if (claimer != Returns.NOBODY) {
      return asDependent(member, claimer);
    }
    return tax.files[member] ? asFiler(member) : asNonFiler(member);
  }

  /** 42 CFR 435.603(f)(1) and (4). */
  private long asFiler(int member) {
    long set = 1L << member | kin.spouses[member] | tax.claims[member];
    int joint = tax.joint[member];
    return joint == Returns.NOBODY ? set : set | 1L << joint | tax.claims[joint];
  }

  /** 42 CFR 435.603(f)(2) and (4). */
  private long asDependent(int member, int claimer) {
    return isExcepted(member, claimer)
        ? asNonFiler(member)
        : 1L << member | kin.spouses[member] | asFiler(claimer);
  }

  /** 42 CFR 435.603(f)(2)(i) and (ii). */
  private boolean isExcepted(int member, int claimer) {
    if (isClaimedByOther(member, claimer)) {
      return true;
    }
    long parents = kin.parents[member];
    int joint = tax.joint[claimer];
    boolean isJointWithParent = joint != Returns.NOBODY && (parents & 1L << joint) != 0;
    return (parents & 1L << claimer) != 0
        && Long.bitCount(parents) >= 2
        && !isJointWithParent
        && (young & 1L << member) != 0;
  }

  private boolean isClaimedByOther(int member, int claimer) {
    int joint = tax.joint[claimer];
    long claimers = 1L << claimer | (joint == Returns.NOBODY ? 0 : 1L << joint);
    return (claimers & (kin.parents[member] | kin.spouses[member])) == 0;
  }

  /** 42 CFR 435.603(f)(3) and (4). */
  private long asNonFiler(int member) {
    long set = 1L << member | kin.spouses[member] | (kin.children[member] & young);
    boolean isYoung = (young & 1L << member) != 0;
    return isYoung ? set | kin.parents[member] | (kin.siblings[member] & young) : set;
  }

  /** Whether a member's income is left out of the household unless they must file. */
  boolean isLeftOut(int member, int of, long members, long[] households) {
    for (long rest = kin.parents[member]; rest != 0; rest &= rest - 1) {
      if ((households[Long.numberOfTrailingZeros(rest)] & 1L << member) != 0) {
        return true;
      }
    }
    int claimer = tax.claimer[member];
    return member != of
        && claimer != Returns.NOBODY
        && (members & 1L << claimer) != 0
        && isClaimedByOther(member, claimer);
  }

  /** The member, a spouse, and own children under 19. */
  long disabledMembers(int member, long under19) {
    return 1L << member | kin.spouses[member] | (kin.children[member] & under19);
  }
}
