package org.konbit.rules.household;

/**
 * The household by which Massachusetts measures a disabled adult: 130 CMR 506.002(C), as of
 * 2026-01-30. Nobody's taxes matter.
 */
public final class DisabledHouseholds {
  private static final int CHILD_AGE = 19;

  private DisabledHouseholds() {}

  /** The member, a spouse, and the member's own children under 19. */
  public static long members(View view, int member) {
    long children = Relatives.children(view, member);
    if (children == Values.UNKNOWN) {
      return Values.UNKNOWN;
    }
    long set = 1L << member | Relatives.spousesOf(view.household(), member);
    boolean isOpen = false;
    for (long rest = children; rest != 0; rest &= rest - 1) {
      int child = Long.numberOfTrailingZeros(rest);
      long isUnder = view.isUnderAge(child, CHILD_AGE);
      if (isUnder == Values.UNKNOWN) {
        view.missing(Vocabulary.AGE, child);
        isOpen = true;
      }
      set |= isUnder == Values.TRUE ? 1L << child : 0;
    }
    return isOpen ? Values.UNKNOWN : set;
  }

  /** Its members and the babies they expect, counted as for {@link MagiHouseholds#size}. */
  public static long size(View view, int member) {
    long members = members(view, member);
    if (members == Values.UNKNOWN) {
      return Values.UNKNOWN;
    }
    long babies = ExpectedBabies.counted(view, member, members);
    return babies == Values.UNKNOWN ? babies : Long.bitCount(members) + babies;
  }

  /**
   * Its countable income now, as a rate; without that of a child who need not file (130 CMR
   * 506.004(L)). The member's own counts always.
   */
  public static long monthlyIncome(View view, int member) {
    long members = members(view, member);
    if (members == Values.UNKNOWN) {
      return Values.UNKNOWN;
    }
    long adults = 1L << member | Relatives.spousesOf(view.household(), member);
    return CountableIncome.together(view, members, adults, CountableIncome::monthly);
  }
}
