package org.konbit.rules.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.konbit.rules.expression.Expression;
import org.konbit.rules.expression.Frame;
import org.konbit.rules.expression.Kind;
import org.konbit.rules.household.Values;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.program.Condition;
import org.konbit.rules.program.Program;
import org.konbit.rules.program.Route;

/**
 * Which conditions an outcome rests on. A yes rests on the common conditions and the first route
 * that leads in; a no or an open outcome on the common conditions and on every route that is meant
 * for the member, or, where none is, on whom the routes are for. So a yes names only what holds,
 * and a no something that fails. Where a missing answer does not matter, each possible one has its
 * say.
 */
final class Reasons {
  private final RulePacks packs;
  private final Run run;
  private final Frame frame;

  Reasons(RulePacks packs, Run run) {
    this.packs = packs;
    this.run = run;
    this.frame = run.frame();
  }

  List<Because> of(Program program, int member) {
    var decidedIn = run.decidedIn(program, member);
    if (decidedIn.contains(run)) {
      return here(program, member);
    }
    var whatever = new LinkedHashMap<String, Because>();
    for (Run supposed : decidedIn) {
      for (Because because : new Reasons(packs, supposed).here(program, member)) {
        whatever.merge(because.condition(), because, (one, other) -> refuses(one) ? one : other);
      }
    }
    return List.copyOf(whatever.values());
  }

  private List<Because> here(Program program, int member) {
    if (program.isOfState(frame) == Values.FALSE) {
      return List.of();
    }
    long outcome = run.decide(program, member);
    var because = new ArrayList<Because>();
    if (outcome != Values.TRUE && !program.isOffered(frame)) {
      because.add(refusal(program, "offered", program.offered().cite()));
      return because;
    }
    add(because, program.conditions(), member);
    if (outcome == Values.FALSE && because.stream().anyMatch(Reasons::refuses)) {
      return because;
    }
    if (outcome == Values.TRUE) {
      leadingIn(program, member).ifPresent(route -> add(because, route.conditions(), member));
    } else {
      for (Route route : program.routes()) {
        if (route.isOpen(frame) && isFor(route, member)) {
          add(because, route.conditions(), member);
        }
      }
      if (outcome == Values.FALSE && because.stream().noneMatch(Reasons::refuses)) {
        because.add(refusal(program, Because.MEANT_FOR, program.meantFor()));
      }
    }
    return because;
  }

  private static boolean refuses(Because because) {
    return because.holds().filter(holds -> !holds).isPresent();
  }

  private boolean isFor(Route route, int member) {
    int mark = frame.mark();
    long meant = route.isFor(frame, member);
    frame.forgetSince(mark);
    return meant != Values.FALSE;
  }

  private Optional<Route> leadingIn(Program program, int member) {
    int mark = frame.mark();
    Optional<Route> found = Optional.empty();
    for (Route route : program.routes()) {
      if (route.leadsIn(frame, member) == Values.TRUE) {
        found = Optional.of(route);
        break;
      }
    }
    frame.forgetSince(mark);
    return found;
  }

  private void add(List<Because> because, List<Condition> conditions, int member) {
    for (Condition condition : conditions) {
      condition.current(frame).ifPresent(text -> because.add(reason(condition, text, member)));
    }
  }

  private Because reason(Condition condition, Condition.Text text, int member) {
    int mark = frame.mark();
    long holds = condition.holds(frame, member);
    var limit = text.limit().flatMap(expression -> shown(expression, member));
    var value = text.value().flatMap(expression -> shown(expression, member));
    var because =
        new Because(
            condition.id(),
            holds == Values.UNKNOWN ? Optional.empty() : Optional.of(holds == Values.TRUE),
            value.map(exact -> beside(limit, exact, text.limitRoundsUp())),
            limit.map(exact -> text.limitRoundsUp() ? exact.roundedUp() : exact.roundedDown()),
            text.cite(),
            text.from(),
            text.to(),
            text.message());
    frame.forgetSince(mark);
    return because;
  }

  // Half a cent must not make a family's income seem within a limit that it passes, or past one
  // that
  // it keeps: the value is rounded to its own side of the limit.
  private static Shown beside(Optional<Shown> limit, Shown value, boolean limitRoundsUp) {
    if (!limit.map(Shown::isRate).orElse(false)) {
      return value;
    }
    int side = Long.compare(value.number(), limit.get().number());
    return side > 0 || (side == 0 && limitRoundsUp) ? value.roundedUp() : value.roundedDown();
  }

  // What speaks against the member before any condition does.
  private static Because refusal(Program program, String id, String cite) {
    return new Because(
        id,
        Optional.of(false),
        Optional.empty(),
        Optional.empty(),
        cite,
        program.offered().from(),
        program.offered().to(),
        program.id() + "." + id);
  }

  /** What a reader is shown of an expression; empty while it is unknown or none. */
  Optional<Shown> shown(Expression expression, int member) {
    int mark = frame.mark();
    long value = expression.evaluate(frame, member);
    frame.forgetSince(mark);
    if (!Values.isPresent(value)) {
      return Optional.empty();
    }
    if (expression.kind() != Kind.WORD) {
      return Optional.of(new Shown(expression.kind(), expression.unit(), value, ""));
    }
    return packs
        .word(value)
        .map(word -> new Shown(expression.kind(), expression.unit(), value, word));
  }
}
