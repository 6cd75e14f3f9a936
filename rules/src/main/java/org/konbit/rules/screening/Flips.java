package org.konbit.rules.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.konbit.rules.expression.Attribute;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.program.Condition;
import org.konbit.rules.program.Program;
import org.konbit.rules.program.Route;

/**
 * The nearest changes that would turn a refusal: an amount, an event. Each one is tried before it
 * is told. Dates come from the timeline.
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

  private final RulePacks packs;
  private final Run run;
  private final Plan plan;
  private final Household household;

  Flips(RulePacks packs, Run run) {
    this.packs = packs;
    this.run = run;
    this.plan = run.plan();
    this.household = run.household();
  }

  List<Flip> of(Program program, int member) {
    if (!program.isOffered(run.frame())) {
      return List.of();
    }
    var flips = new ArrayList<Flip>();
    if (plan.readsIncome(program) && onlyFails(program, member, plan::readsIncome, _ -> false)) {
      new IncomeFlips(this, program, member).addTo(flips);
    }
    for (Event event : EVENTS) {
      event(event, program, member).ifPresent(flips::add);
    }
    assets(program, member).ifPresent(flips::add);
    return flips;
  }

  private Optional<Flip> event(Event event, Program program, int member) {
    long now = household.value(event.fact(), member);
    var attribute = packs.attribute(event.attribute());
    boolean idle =
        now == Values.UNKNOWN
            || now == event.value()
            || attribute.isEmpty()
            || !canTurn(program, member, attribute.get());
    if (idle || !turns(program, member, household.with(event.fact(), member, event.value()))) {
      return Optional.empty();
    }
    return Optional.of(flip(event.fact(), member, event.shown()));
  }

  private Optional<Flip> assets(Program program, int member) {
    long now = household.value(Vocabulary.ASSETS, member);
    var attribute = packs.attribute("assets");
    if (!Values.isPresent(now)
        || now <= 0
        || attribute.isEmpty()
        || !canTurn(program, member, attribute.get())
        || !turns(program, member, household.with(Vocabulary.ASSETS, member, 0))) {
      return Optional.empty();
    }
    long enough = 0;
    long tooMuch = now;
    while (tooMuch - enough > 1) {
      long middle = enough + (tooMuch - enough) / 2;
      if (turns(program, member, household.with(Vocabulary.ASSETS, member, middle))) {
        enough = middle;
      } else {
        tooMuch = middle;
      }
    }
    return Optional.of(flip(Vocabulary.ASSETS, member, new FlipValue.Cents(enough)));
  }

  private Flip flip(Fact fact, int member, FlipValue at) {
    return new Flip(household.path(fact, member), at, -1, "", Outcome.ELIGIBLE);
  }

  private boolean canTurn(Program program, int member, Attribute attribute) {
    return onlyFails(
        program,
        member,
        condition -> plan.reads(condition, attribute),
        route -> plan.reads(route, attribute));
  }

  // Cheap and before any trial: everything that fails must be something the change can touch.
  private boolean onlyFails(
      Program program, int member, Predicate<Condition> changes, Predicate<Route> opens) {
    var frame = run.frame();
    int mark = frame.mark();
    boolean common = true;
    for (Condition condition : program.conditions()) {
      common &= changes.test(condition) || condition.holds(frame, member) != Values.FALSE;
    }
    boolean some = program.routes().isEmpty();
    for (Route route : program.routes()) {
      some |= common && fails(route, member, changes, opens);
    }
    frame.forgetSince(mark);
    return common && some;
  }

  private boolean fails(
      Route route, int member, Predicate<Condition> changes, Predicate<Route> opens) {
    var frame = run.frame();
    if (!opens.test(route) && route.isFor(frame, member) == Values.FALSE) {
      return false;
    }
    for (Condition condition : route.conditions()) {
      if (!changes.test(condition) && condition.holds(frame, member) == Values.FALSE) {
        return false;
      }
    }
    return true;
  }

  boolean turns(Program program, int member, Household changed) {
    return new Run(packs, plan, changed).decide(program, member) == Values.TRUE;
  }

  Household household() {
    return household;
  }

  Run run() {
    return run;
  }
}
