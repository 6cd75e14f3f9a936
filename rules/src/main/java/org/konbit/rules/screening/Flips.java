package org.konbit.rules.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
 * supposed. Dates come from the timeline.
 */
final class Flips {
  /** An event to try: a fact, the attribute conditions read it by, and what it would be. */
  private record Event(Fact fact, String attribute, long value, FlipValue shown) {}

  private static final List<Event> EVENTS =
      List.of(
          new Event(Vocabulary.PREGNANT, "pregnant", Values.TRUE, new FlipValue.Flag(true)),
          new Event(Vocabulary.DISABLED, "disabled", Values.TRUE, new FlipValue.Flag(true)),
          new Event(
              Vocabulary.EMPLOYER_OFFER,
              "insurance.employer_offer",
              Words.code("none"),
              new FlipValue.Word("none")),
          new Event(
              Vocabulary.WORK_PERMIT,
              "immigration.work_permit",
              Words.code("c08"),
              new FlipValue.Word("c08")));

  private static final Event NO_ASSETS =
      new Event(Vocabulary.ASSETS, "assets", 0, new FlipValue.Cents(0));

  private final RulePacks packs;
  private final Run run;
  private final Trials trials;
  private final Household household;
  private final Map<Integer, IncomeLine> lines = new HashMap<>();
  private final Map<Integer, List<Integer>> byTested = new HashMap<>();
  private final Map<Event, Map<Integer, Frame>> events = new HashMap<>();

  Flips(RulePacks packs, Run run, Trials trials) {
    this.packs = packs;
    this.run = run;
    this.trials = trials;
    this.household = run.household();
  }

  List<Flip> of(Program program, int member) {
    if (!program.isOffered(run.frame())) {
      return List.of();
    }
    var flips = new ArrayList<Flip>();
    if (!run.plan().incomeLimits().of(program).isEmpty()) {
      income(flips, program, member);
    }
    for (Event event : EVENTS) {
      event(event, program, member).ifPresent(flips::add);
    }
    assets(program, member).ifPresent(flips::add);
    return flips;
  }

  private boolean canEarn(int earner, int tested) {
    return !household.income(earner).isEmpty()
        || (earner == tested && household.isKnown(Vocabulary.INCOME_ENTRIES, earner));
  }

  private IncomeLine line(int earner) {
    var income = household.income(earner);
    return income.isEmpty()
        ? new IncomeLine(
            trials, earner, 0, List.of(new IncomeEntry(IncomeKind.WAGES, 0, Period.MONTH)))
        : new IncomeLine(trials, earner, largest(income), income);
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
    return Math.abs(entry.per().yearly(entry.cents()));
  }

  private void income(List<Flip> flips, Program program, int member) {
    boolean[] isTold = new boolean[household.size()];
    for (int earner : earners(member)) {
      var line = lines.computeIfAbsent(earner, this::line);
      if (!isTold[earner] && !line.isIdle(program, member)) {
        var below = line.below(program, member);
        below.ifPresent(cents -> flips.add(flip(line, cents)));
        line.above(program, member).ifPresent(cents -> flips.add(flip(line, cents)));
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
    return byTested.computeIfAbsent(
        tested,
        _ ->
            IntStream.range(0, household.size())
                .filter(earner -> canEarn(earner, tested))
                .boxed()
                .sorted(
                    Comparator.<Integer>comparingInt(earner -> earner == tested ? 0 : 1)
                        .thenComparingLong(earner -> -most(earner)))
                .toList());
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

  private Optional<Flip> event(Event event, Program program, int member) {
    long now = household.value(event.fact(), member);
    if (now == Values.UNKNOWN || now == event.value() || !reads(program, event.attribute())) {
      return Optional.empty();
    }
    return Trials.leadsIn(after(event, member), program, member)
        ? Optional.of(flip(event.fact(), member, event.shown()))
        : Optional.empty();
  }

  private Frame after(Event event, int member) {
    return events
        .computeIfAbsent(event, _ -> new HashMap<>())
        .computeIfAbsent(
            member, _ -> trial(event.attribute(), event.fact(), member, event.value()));
  }

  private boolean reads(Program program, String attribute) {
    return packs.attribute(attribute).filter(run.plan().readBy(program)::contains).isPresent();
  }

  private Frame trial(String attribute, Fact fact, int member, long value) {
    var changed = household.with(fact, member, value);
    return trials.with(changed, run.plan().dependentsOn(attribute));
  }

  private Optional<Flip> assets(Program program, int member) {
    long now = household.value(Vocabulary.ASSETS, member);
    if (!Values.isPresent(now)
        || now <= 0
        || !reads(program, "assets")
        || !Trials.leadsIn(after(NO_ASSETS, member), program, member)) {
      return Optional.empty();
    }
    long enough = 0;
    long tooMuch = now;
    while (tooMuch - enough > 1) {
      long middle = enough + (tooMuch - enough) / 2;
      if (turnsWithAssets(program, member, middle)) {
        enough = middle;
      } else {
        tooMuch = middle;
      }
    }
    return Optional.of(flip(Vocabulary.ASSETS, member, new FlipValue.Cents(enough)));
  }

  private boolean turnsWithAssets(Program program, int member, long cents) {
    return Trials.leadsIn(trial("assets", Vocabulary.ASSETS, member, cents), program, member);
  }

  private Flip flip(Fact fact, int member, FlipValue at) {
    return new Flip(household.path(fact, member), at, -1, "", Outcome.ELIGIBLE);
  }
}
