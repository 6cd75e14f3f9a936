package org.konbit.rules.household;

/**
 * Income that counts by MAGI: 26 USC 36B(d)(2), 42 CFR 435.603(e), 130 CMR 506.003 and 506.004, as
 * of 2026-01-30. Social Security counts in full; SSI, child support received, workers' compensation
 * and cash aid do not count.
 */
final class CountableIncome {
  private CountableIncome() {}

  static boolean counts(IncomeKind kind) {
    return switch (kind) {
      case WAGES, SELF_EMPLOYMENT, SOCIAL_SECURITY, PENSION, UNEMPLOYMENT, RENT, INTEREST, OTHER ->
          true;
      case SSI, CHILD_SUPPORT, WORKERS_COMPENSATION, CASH_AID -> false;
    };
  }

  /** One person's countable income now, as a rate; unknown, and named, while it is unanswered. */
  static long monthly(View view, int person) {
    if (!isKnown(view, person)) {
      return Values.UNKNOWN;
    }
    var entries = view.household().income(person);
    long total = 0;
    for (int i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      total += counts(entry.kind()) ? entry.per().rate(entry.cents()) : 0;
    }
    return total;
  }

  /** One person's countable income in a year, in cents. */
  static long yearly(View view, int person) {
    if (!isKnown(view, person)) {
      return Values.UNKNOWN;
    }
    var entries = view.household().income(person);
    long total = 0;
    for (int i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      total += counts(entry.kind()) ? entry.per().yearly(entry.cents()) : 0;
    }
    return total;
  }

  static boolean isKnown(View view, int person) {
    if (view.fact(Vocabulary.INCOME_ENTRIES, person) != Values.UNKNOWN) {
      return true;
    }
    view.missing(Vocabulary.INCOME_ENTRIES, person);
    return false;
  }

  /**
   * Whether a child or dependent whose income is known must file a return: more than the year's
   * threshold of earned or of unearned income (26 USC 6012(a)(1), 63(c)(5)). Social Security does
   * not by itself require it; a loss in one business does not lessen other income.
   */
  static boolean mustFile(View view, int person) {
    var entries = view.household().income(person);
    long earned = 0;
    long unearned = 0;
    for (int i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      long cents = Math.max(0, entry.per().yearly(entry.cents()));
      earned += isEarned(entry.kind()) ? cents : 0;
      unearned += isUnearned(entry.kind()) ? cents : 0;
    }
    return (earned > 0 && earned > view.parameter("dependent_earned_threshold", view.year()))
        || (unearned > 0 && unearned > view.parameter("dependent_unearned_threshold", view.year()));
  }

  private static boolean isEarned(IncomeKind kind) {
    return kind == IncomeKind.WAGES || kind == IncomeKind.SELF_EMPLOYMENT;
  }

  private static boolean isUnearned(IncomeKind kind) {
    return counts(kind) && !isEarned(kind) && kind != IncomeKind.SOCIAL_SECURITY;
  }
}
