package org.konbit.rules.household;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Income that counts by MAGI: 26 USC 36B(d)(2), 42 CFR 435.603(e), 130 CMR 506.003 and 506.004, as
 * of 2026-01-30. Social Security counts in full; SSI, child support received, workers' compensation
 * and cash aid do not count.
 */
public final class CountableIncome {
  private static final Set<IncomeKind> COUNTED = kinds(CountableIncome::counts);
  private static final Set<IncomeKind> EARNED = kinds(CountableIncome::isEarned);
  private static final Set<IncomeKind> UNEARNED = kinds(CountableIncome::isUnearned);

  private CountableIncome() {}

  private static Set<IncomeKind> kinds(Predicate<IncomeKind> which) {
    var kinds = EnumSet.allOf(IncomeKind.class);
    kinds.removeIf(which.negate());
    return kinds;
  }

  /** Whether income of the kind counts at all. */
  public static boolean counts(IncomeKind kind) {
    return switch (kind) {
      case WAGES, SELF_EMPLOYMENT, SOCIAL_SECURITY, PENSION, UNEMPLOYMENT, RENT, INTEREST, OTHER ->
          true;
      case SSI, CHILD_SUPPORT, WORKERS_COMPENSATION, CASH_AID -> false;
    };
  }

  /** Whether it is earned, for who must file. */
  public static boolean isEarned(IncomeKind kind) {
    return kind == IncomeKind.WAGES || kind == IncomeKind.SELF_EMPLOYMENT;
  }

  /** Whether it is unearned, for who must file; Social Security is neither. */
  public static boolean isUnearned(IncomeKind kind) {
    return counts(kind) && !isEarned(kind) && kind != IncomeKind.SOCIAL_SECURITY;
  }

  /** One person's countable income now, as a rate; unknown, and named, while it is unanswered. */
  static long monthly(View view, int person) {
    return OwnIncome.total(view, person, COUNTED, IncomeEntry::rate);
  }

  /** One person's countable income in a year, in cents. */
  static long yearly(View view, int person) {
    return OwnIncome.total(view, person, COUNTED, IncomeEntry::yearly);
  }

  /** One person's countable income, in the measure wanted. */
  interface Measure {
    long of(View view, int person);
  }

  /**
   * What these people have together; unknown while one of them has not answered.
   *
   * @param people their bit mask
   * @param always those of them who count even where they need not file a return
   */
  static long together(View view, long people, long always, Measure measure) {
    long total = 0;
    boolean isOpen = false;
    for (long rest = people; rest != 0; rest &= rest - 1) {
      int person = Long.numberOfTrailingZeros(rest);
      long income = measure.of(view, person);
      if (income == Values.UNKNOWN) {
        isOpen = true;
      } else if ((always & 1L << person) != 0 || mustFile(view, person)) {
        total += income;
      }
    }
    return isOpen ? Values.UNKNOWN : total;
  }

  /**
   * Whether a child or dependent whose income is known must file a return: more than the year's
   * threshold of earned or of unearned income (26 USC 6012(a)(1), 63(c)(5)). Social Security does
   * not by itself require it; a loss in one business does not lessen other income.
   */
  static boolean mustFile(View view, int person) {
    long earned = OwnIncome.total(view, person, EARNED, CountableIncome::gain);
    long unearned = OwnIncome.total(view, person, UNEARNED, CountableIncome::gain);
    return (earned > 0 && earned > view.parameter("dependent_earned_threshold", view.year()))
        || (unearned > 0 && unearned > view.parameter("dependent_unearned_threshold", view.year()));
  }

  private static long gain(IncomeEntry entry) {
    return Math.max(0, entry.yearly());
  }
}
