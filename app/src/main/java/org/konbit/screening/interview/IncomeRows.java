package org.konbit.screening.interview;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.IncomeEntry;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.Period;
import org.konbit.screening.interview.Reply.Flaw;

/** What money somebody gets: a row for each kind. */
final class IncomeRows {
  /** A page has no room for more; sums of one kind can be added up. */
  static final int MOST = 12;

  static final int AT_FIRST = 2;

  private static final long MOST_CENTS = 100_000_000_00L;
  private static final Set<IncomeKind> MAY_BE_LOSS =
      EnumSet.of(
          IncomeKind.SELF_EMPLOYMENT, IncomeKind.RENT, IncomeKind.INTEREST, IncomeKind.OTHER);

  private IncomeRows() {}

  static Reply read(Household said, int member, Typed typed) {
    var entries = new ArrayList<IncomeEntry>();
    var flaws = new ArrayList<Flaw>();
    boolean isTyped = false;
    for (int row = 1; row <= MOST; row++) {
      var amount = typed.text("amount-" + row);
      if (!amount.isEmpty()) {
        isTyped = true;
        entry(typed, row, amount, flaws).ifPresent(entries::add);
      }
    }
    boolean isNone = typed.has(Typed.ANSWER, Typed.NONE);
    if (isTyped && (isNone || typed.isDeclined())) {
      return Reply.Wrong.at("amount-1", "either");
    }
    if (typed.isDeclined()) {
      return new Reply.Declined();
    }
    if (!isTyped && !isNone) {
      return Reply.Wrong.at("amount-1", "income");
    }
    return flaws.isEmpty()
        ? new Reply.Said(said.withIncome(member, entries))
        : new Reply.Wrong(flaws);
  }

  private static Optional<IncomeEntry> entry(
      Typed typed, int row, String amount, List<Flaw> flaws) {
    var kind = kind(typed.text("kind-" + row));
    var per = period(typed.text("per-" + row));
    var cents = Figures.cents(amount);
    if (kind.isEmpty()) {
      flaws.add(new Flaw("kind-" + row, "kind", List.of()));
    }
    if (per.isEmpty()) {
      flaws.add(new Flaw("per-" + row, "period", List.of()));
    }
    boolean isLoss = cents.isPresent() && cents.getAsLong() < 0;
    boolean mayBeLoss = kind.filter(MAY_BE_LOSS::contains).isPresent();
    if (cents.isEmpty() || Math.abs(cents.getAsLong()) > MOST_CENTS || (isLoss && !mayBeLoss)) {
      flaws.add(new Flaw("amount-" + row, "amount", List.of()));
    }
    return kind.isPresent() && per.isPresent() && cents.isPresent()
        ? Optional.of(new IncomeEntry(kind.get(), cents.getAsLong(), per.get()))
        : Optional.empty();
  }

  private static Optional<IncomeKind> kind(String word) {
    for (IncomeKind kind : IncomeKind.values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private static Optional<Period> period(String word) {
    for (Period period : Period.values()) {
      if (period.word().equals(word)) {
        return Optional.of(period);
      }
    }
    return Optional.empty();
  }

  /** How many rows the page shows: those in use, and one more when asked for. */
  static int shown(Typed typed, boolean withOneMore) {
    int used = 0;
    for (int row = 1; row <= MOST; row++) {
      used = typed.fields().containsKey("amount-" + row) ? row : used;
    }
    return Math.min(MOST, Math.max(AT_FIRST, used + (withOneMore ? 1 : 0)));
  }

  static String spelled(long cents) {
    return "%s%d.%02d"
        .formatted(cents < 0 ? "-" : "", Math.abs(cents) / 100, Math.abs(cents) % 100)
        .toLowerCase(Locale.ROOT);
  }
}
