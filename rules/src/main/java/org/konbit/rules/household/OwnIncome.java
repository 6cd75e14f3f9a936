package org.konbit.rules.household;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/** What one member receives, of some kinds or of one, whether a program counts it or not. */
public final class OwnIncome {
  private static final Map<IncomeKind, Set<IncomeKind>> ALONE = new EnumMap<>(IncomeKind.class);

  static {
    for (IncomeKind kind : IncomeKind.values()) {
      ALONE.put(kind, EnumSet.of(kind));
    }
  }

  private OwnIncome() {}

  /** As a rate (see {@link Period#rate}). */
  public static long monthly(View view, int member, IncomeKind kind) {
    return total(view, member, of(kind), IncomeEntry::rate);
  }

  /** In cents a year of 12 months or 52 weeks. */
  public static long yearly(View view, int member, IncomeKind kind) {
    return total(view, member, of(kind), IncomeEntry::yearly);
  }

  private static Set<IncomeKind> of(IncomeKind kind) {
    return ALONE.getOrDefault(kind, Set.of());
  }

  /** The sum of the kinds; unknown, and named, while the member's income is unanswered. */
  static long total(
      View view, int member, Set<IncomeKind> kinds, ToLongFunction<IncomeEntry> amount) {
    if (!isKnown(view, member)) {
      return Values.UNKNOWN;
    }
    var entries = view.household().income(member);
    long total = 0;
    for (int i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      total += kinds.contains(entry.kind()) ? amount.applyAsLong(entry) : 0;
    }
    return total;
  }

  private static boolean isKnown(View view, int member) {
    if (view.fact(Vocabulary.INCOME_ENTRIES, member) != Values.UNKNOWN) {
      return true;
    }
    view.missing(Vocabulary.INCOME_ENTRIES, member);
    return false;
  }
}
