package org.konbit.rules.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.konbit.rules.expression.Attribute;
import org.konbit.rules.expression.Frame;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.IncomeEntry;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.Period;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.program.Program;

/**
 * The nearest changes that would turn a refusal: an amount, an event. Each one is tried before it
 * is told. Of each earner the largest entry is varied; of a tested member without income, wages are
 * supposed, unless they are too young to be employed. Dates come from the timeline.
 */
final class Flips {
  /** An event to try: a fact, the attribute conditions read it by, and what it would be. */
  private record Event(Fact fact, Attribute attribute, long value, FlipValue shown) {}

  // 29 CFR 570.2, as of 2026-01-01: below it nobody is employed but on a stage, a round or a farm.
  private static final int WORKING_AGE = 14;

  private final Run run;
  private final Trials trials;
  private final Household household;
  private final IncomeDistances distances;
  private final @Nullable IncomeLine[] lines;
  private final List<List<Integer>> byTested = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final Event noAssets;
  private final @Nullable Frame[] tried;

  Flips(RulePacks packs, Run run, Trials trials) {
    this.run = run;
    this.trials = trials;
    this.household = run.household();
    this.distances = new IncomeDistances(run);
    this.lines = new IncomeLine[household.size()];
    event(packs, Vocabulary.PREGNANT, Values.TRUE, new FlipValue.Flag(true));
    event(packs, Vocabulary.DISABLED, Values.TRUE, new FlipValue.Flag(true));
    event(packs, Vocabulary.EMPLOYER_OFFER, Words.code("none"), new FlipValue.Word("none"));
    event(packs, Vocabulary.WORK_PERMIT, Words.code("c08"), new FlipValue.Word("c08"));
    this.noAssets =
        new Event(
            Vocabulary.ASSETS, attribute(packs, Vocabulary.ASSETS), 0, new FlipValue.Cents(0));
    this.tried = new Frame[(events.size() + 1) * household.size()];
    for (int tested = 0; tested < household.size(); tested++) {
      byTested.add(earners(tested));
    }
  }

  private void event(RulePacks packs, Fact fact, long value, FlipValue shown) {
    events.add(new Event(fact, attribute(packs, fact), value, shown));
  }

  private static Attribute attribute(RulePacks packs, Fact fact) {
    return packs.attribute(fact.name()).orElseThrow();
  }

  /** Those of a program, by its place in the plan, for a member whom it refuses. */
  List<Flip> of(int place, int member) {
    var program = program(place);
    if (!program.isOffered(run.frame())) {
      return List.of();
    }
    var flips = new ArrayList<Flip>();
    var limits = run.plan().incomeLimits().of(place);
    if (!limits.isEmpty()) {
      income(flips, program, limits, member);
    }
    for (int i = 0; i < events.size(); i++) {
      event(i, place, member).ifPresent(flips::add);
    }
    assets(place, member).ifPresent(flips::add);
    return flips;
  }

  private boolean canEarn(int earner, int tested) {
    return !household.income(earner).isEmpty()
        || (earner == tested
            && household.isKnown(Vocabulary.INCOME_ENTRIES, earner)
            && run.frame().isUnderAge(earner, WORKING_AGE) != Values.TRUE);
  }

  private IncomeLine line(int earner) {
    var line = lines[earner];
    if (line == null) {
      var income = household.income(earner);
      var wages = List.of(new IncomeEntry(IncomeKind.WAGES, 0, Period.MONTH));
      line =
          income.isEmpty()
              ? new IncomeLine(trials, distances, earner, 0, wages)
              : new IncomeLine(trials, distances, earner, largest(income), income);
      lines[earner] = line;
    }
    return line;
  }

  private static int largest(List<IncomeEntry> income) {
    int largest = 0;
    for (int i = 1; i < income.size(); i++) {
      if (yearly(income.get(i)) > yearly(income.get(largest))) {
        largest = i;
      }
    }
    return largest;
  }

  private static long yearly(IncomeEntry entry) {
    return Math.abs(entry.yearly());
  }

  private void income(List<Flip> flips, Program program, IncomeLimits.Own limits, int member) {
    boolean[] isTold = new boolean[household.size()];
    for (int earner : byTested.get(member)) {
      var line = line(earner);
      if (!isTold[earner] && !line.isIdle(program, member)) {
        var below = line.below(program, limits, member);
        below.ifPresent(cents -> flips.add(flip(line, cents)));
        line.above(program, limits, member).ifPresent(cents -> flips.add(flip(line, cents)));
        // What spouses earn counts alike on a joint return, so the same limit is told once, unless
        // only the other one earns enough to come below it.
        long spouse = household.value(Vocabulary.JOINTLY_WITH, earner);
        if (Values.isPresent(spouse) && (below.isPresent() || most((int) spouse) <= most(earner))) {
          isTold[(int) spouse] = true;
        }
      }
    }
  }

  // One's own income comes first, then the largest.
  private List<Integer> earners(int tested) {
    return IntStream.range(0, household.size())
        .filter(earner -> canEarn(earner, tested))
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(earner -> earner == tested ? 0 : 1)
                .thenComparingLong(earner -> -most(earner)))
        .toList();
  }

  private long most(int earner) {
    var income = household.income(earner);
    return income.isEmpty() ? 0 : yearly(income.get(largest(income)));
  }

  private Flip flip(IncomeLine line, long cents) {
    return new Flip(
        household.path(Vocabulary.INCOME_ENTRIES, line.earner()),
        new FlipValue.Cents(cents),
        line.entry(),
        line.per(),
        Outcome.ELIGIBLE);
  }

  private Optional<Flip> event(int index, int place, int member) {
    var event = events.get(index);
    long now = household.value(event.fact(), member);
    if (now == Values.UNKNOWN
        || now == event.value()
        || !run.plan().reads(place, event.attribute())) {
      return Optional.empty();
    }
    return Trials.leadsIn(after(index, event, member), program(place), member)
        ? Optional.of(flip(event.fact(), member, event.shown()))
        : Optional.empty();
  }

  private Frame after(int index, Event event, int member) {
    int place = index * household.size() + member;
    var known = tried[place];
    if (known == null) {
      known = trial(event.fact(), member, event.value());
      tried[place] = known;
    }
    return known;
  }

  private Frame trial(Fact fact, int member, long value) {
    return trials.with(fact, household.with(fact, member, value));
  }

  private Program program(int place) {
    return run.plan().programs().get(place);
  }

  private Optional<Flip> assets(int place, int member) {
    long now = household.value(Vocabulary.ASSETS, member);
    if (!Values.isPresent(now)
        || now <= 0
        || !run.plan().reads(place, noAssets.attribute())
        || !Trials.leadsIn(after(events.size(), noAssets, member), program(place), member)) {
      return Optional.empty();
    }
    long enough = 0;
    long tooMuch = now;
    while (tooMuch - enough > 1) {
      long middle = enough + (tooMuch - enough) / 2;
      if (turnsWithAssets(program(place), member, middle)) {
        enough = middle;
      } else {
        tooMuch = middle;
      }
    }
    return Optional.of(flip(Vocabulary.ASSETS, member, new FlipValue.Cents(enough)));
  }

  private boolean turnsWithAssets(Program program, int member, long cents) {
    return Trials.leadsIn(trial(Vocabulary.ASSETS, member, cents), program, member);
  }

  private Flip flip(Fact fact, int member, FlipValue at) {
    return new Flip(household.path(fact, member), at, -1, "", Outcome.ELIGIBLE);
  }
}
