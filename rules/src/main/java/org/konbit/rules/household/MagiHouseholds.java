package org.konbit.rules.household;

/**
 * The household and its income by which Medicaid and CHIP measure a member (MAGI): 42 CFR 435.603
 * (and 457.315), as of 2026-01-01; 130 CMR 506.002(B). Built for each member; immigration status
 * removes nobody (435.603(f)). Everyone in a document lives together.
 *
 * <p>The state's elections are read from the parameters {@code magi_child_age} (435.603(f)(3)(iv))
 * and {@code magi_expected_babies_for_others} (435.603(b); 99 means all), and when someone must
 * file from {@code dependent_earned_threshold} and {@code dependent_unearned_threshold}.
 */
public final class MagiHouseholds {
  private MagiHouseholds() {}

  /**
   * A bit for each member of this member's household, or {@link Values#UNKNOWN} where answers are
   * missing that could change it.
   */
  public static long members(View view, int member) {
    var rules = new MagiRules(view);
    long members = rules.members(member);
    if (members == Values.UNKNOWN) {
      rules.nameMissing(member);
    }
    return members;
  }

  /**
   * How many people the household counts as: its members, the babies this member expects, and of
   * those another one expects as many as the state counts (435.603(b)).
   */
  public static long size(View view, int member, long members) {
    if (members == Values.UNKNOWN) {
      return members(view, member);
    }
    long babies = ExpectedBabies.counted(view, member, members);
    return babies == Values.UNKNOWN ? babies : Long.bitCount(members) + babies;
  }

  /**
   * The household's countable income now, as a rate (see {@link Period#rate}); negative where
   * losses are larger. Left out is the income of a child in a parent's household, and in the
   * claimer's household that of a dependent whom neither spouse nor parent claims, if they need not
   * file (435.603(d)(2); 130 CMR 506.004(L)).
   */
  public static long monthlyIncome(View view, int member, long members) {
    if (members == Values.UNKNOWN) {
      return members(view, member);
    }
    var rules = new MagiRules(view);
    long total = 0;
    boolean isOpen = false;
    for (long rest = members; rest != 0; rest &= rest - 1) {
      int person = Long.numberOfTrailingZeros(rest);
      long rate = CountableIncome.monthly(view, person);
      long isLeftOut = rate == 0 ? Values.FALSE : rules.isLeftOut(person, member, members);
      if (rate == Values.UNKNOWN) {
        isOpen = true;
      } else if (isLeftOut == Values.FALSE || CountableIncome.mustFile(view, person)) {
        total += rate;
      } else if (isLeftOut == Values.UNKNOWN) {
        rules.nameMissingForIncome(person);
        isOpen = true;
      }
    }
    return isOpen ? Values.UNKNOWN : total;
  }
}
