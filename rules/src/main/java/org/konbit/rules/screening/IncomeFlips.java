package org.konbit.rules.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.IncomeEntry;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.Period;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.program.Program;

/**
 * The nearest income at which a refusal turns: of each earner the largest entry is varied, of a
 * tested member without income wages are supposed.
 */
final class IncomeFlips {
  private static final long MOST_MONTHLY = 5_000_000;
  private static final int STEPS = 12;

  private final Flips flips;
  private final Program program;
  private final int member;
  private final Household household;

  IncomeFlips(Flips flips, Program program, int member) {
    this.flips = flips;
    this.program = program;
    this.member = member;
    this.household = flips.household();
  }

  void addTo(List<Flip> found) {
    for (int earner = 0; earner < household.size(); earner++) {
      var income = household.income(earner);
      if (!income.isEmpty()) {
        add(found, earner, largest(income), income);
      } else if (earner == member && household.isKnown(Vocabulary.INCOME_ENTRIES, earner)) {
        add(found, earner, 0, List.of(new IncomeEntry(IncomeKind.WAGES, 0, Period.MONTH)));
      }
    }
  }

  private static int largest(List<IncomeEntry> income) {
    int largest = 0;
    for (int i = 1; i < income.size(); i++) {
      long here = yearly(income.get(i));
      if (here > yearly(income.get(largest))) {
        largest = i;
      }
    }
    return largest;
  }

  private static long yearly(IncomeEntry entry) {
    return Math.abs(entry.per().yearly(entry.cents()));
  }

  private void add(List<Flip> found, int earner, int entry, List<IncomeEntry> income) {
    long now = income.get(entry).cents();
    below(earner, entry, income, now)
        .ifPresent(cents -> found.add(flip(earner, entry, income, cents)));
    above(earner, entry, income, now)
        .ifPresent(cents -> found.add(flip(earner, entry, income, cents)));
  }

  private Flip flip(int earner, int entry, List<IncomeEntry> income, long cents) {
    return new Flip(
        household.path(Vocabulary.INCOME_ENTRIES, earner),
        new FlipValue.Cents(cents),
        entry,
        income.get(entry).per().word(),
        Outcome.ELIGIBLE);
  }

  // The limit is often a straight line away; where steps find a yes, halving finds its edge.
  private OptionalLong below(int earner, int entry, List<IncomeEntry> income, long now) {
    if (now <= 0) {
      return OptionalLong.empty();
    }
    long refused = now;
    for (int step = 1; step <= STEPS; step++) {
      long tried = now - now * step / STEPS;
      if (turns(earner, entry, income, tried)) {
        return OptionalLong.of(edge(earner, entry, income, tried, refused));
      }
      refused = tried;
    }
    return OptionalLong.empty();
  }

  private OptionalLong above(int earner, int entry, List<IncomeEntry> income, long now) {
    long most = MOST_MONTHLY * 12 / income.get(entry).per().yearly(1);
    long refused = now;
    long stride = Math.max(most / 512, 1);
    for (long tried = now + stride; tried <= most; tried += stride, stride += stride / 2) {
      if (turns(earner, entry, income, tried)) {
        return OptionalLong.of(edge(earner, entry, income, tried, refused));
      }
      refused = tried;
    }
    return OptionalLong.empty();
  }

  private long edge(int earner, int entry, List<IncomeEntry> income, long yes, long no) {
    while (Math.abs(yes - no) > 1) {
      long middle = no + (yes - no) / 2;
      if (turns(earner, entry, income, middle)) {
        yes = middle;
      } else {
        no = middle;
      }
    }
    return yes;
  }

  private boolean turns(int earner, int entry, List<IncomeEntry> income, long cents) {
    var changed = new ArrayList<>(income);
    var old = income.get(entry);
    changed.set(entry, new IncomeEntry(old.kind(), cents, old.per()));
    return flips.turns(program, member, household.withIncome(earner, changed));
  }
}
