package org.konbit.rules.household;

/** What one member receives of one kind, whether a program counts it or not. */
public final class OwnIncome {
  private OwnIncome() {}

  /** As a rate (see {@link Period#rate}). */
  public static long monthly(View view, int member, IncomeKind kind) {
    if (!CountableIncome.isKnown(view, member)) {
      return Values.UNKNOWN;
    }
    var entries = view.household().income(member);
    long total = 0;
    for (int i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      total += entry.kind() == kind ? entry.per().rate(entry.cents()) : 0;
    }
    return total;
  }

  /** In cents a year of 12 months or 52 weeks. */
  public static long yearly(View view, int member, IncomeKind kind) {
    if (!CountableIncome.isKnown(view, member)) {
      return Values.UNKNOWN;
    }
    var entries = view.household().income(member);
    long total = 0;
    for (int i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      total += entry.kind() == kind ? entry.per().yearly(entry.cents()) : 0;
    }
    return total;
  }
}
