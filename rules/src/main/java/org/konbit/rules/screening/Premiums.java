package org.konbit.rules.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.konbit.rules.expression.CheckedCondition;
import org.konbit.rules.household.Values;
import org.konbit.rules.program.Program;

/** What coverage costs, for one member and for the household together. */
final class Premiums {
  private static final String BOUGHT = "marketplace";

  private final Run run;

  Premiums(Run run) {
    this.run = run;
  }

  /** What the member alone pays a month; empty where the law's figure is not known. */
  OptionalLong of(Program program, int member) {
    if (program.premium().isEmpty()) {
      return OptionalLong.empty();
    }
    var premium = program.premium().get();
    boolean stated =
        premium.when().isEmpty() || evaluate(premium.when().get(), member) == Values.TRUE;
    return stated ? Screener.cents(evaluate(premium.monthly(), member)) : OptionalLong.empty();
  }

  private long evaluate(CheckedCondition condition, int member) {
    var frame = run.frame();
    int mark = frame.mark();
    long value = condition.expression().evaluate(frame, member);
    frame.forgetSince(mark);
    return value;
  }

  private static final class Group {
    private long sum;
    private long maximum = -1;

    long cents() {
      return maximum < 0 ? sum : Math.min(sum, maximum);
    }
  }

  /** What everyone's best coverage costs together, no group paying more than its family maximum. */
  long household() {
    long total = 0;
    Map<String, Group> groups = new HashMap<>();
    for (int member = 0; member < run.household().size(); member++) {
      var best = run.best(member);
      for (Program program : run.plan().programs()) {
        if (program.id().equals(best)) {
          total += alone(program, member, groups);
        }
      }
    }
    for (Group group : groups.values()) {
      total += group.cents();
    }
    return total;
  }

  /** The members whose cost {@link #household} leaves out, since nobody here knows it. */
  List<String> leftOut() {
    var leftOut = new ArrayList<String>();
    for (int member = 0; member < run.household().size(); member++) {
      var best = run.best(member);
      int at = member;
      boolean isKnown =
          best.equals(Run.NO_COVERAGE)
              || run.plan().programs().stream()
                  .filter(program -> program.id().equals(best))
                  .anyMatch(program -> isKnown(program, at));
      if (!isKnown) {
        leftOut.add(run.household().ids().get(member));
      }
    }
    return leftOut;
  }

  // Whatever can ask a premium declares one, but for plans that are bought at prices of their own.
  private boolean isKnown(Program program, int member) {
    return program.premium().isEmpty()
        ? !program.kind().equals(BOUGHT)
        : of(program, member).isPresent();
  }

  private long alone(Program program, int member, Map<String, Group> groups) {
    long cents = of(program, member).orElse(0);
    if (program.premium().isEmpty() || program.premium().get().group().isEmpty()) {
      return cents;
    }
    var premium = program.premium().get();
    var group = groups.computeIfAbsent(premium.group(), _ -> new Group());
    group.sum += cents;
    premium
        .familyMaximum()
        .map(maximum -> evaluate(maximum, member))
        .filter(Values::isPresent)
        .ifPresent(maximum -> group.maximum = Math.max(group.maximum, maximum));
    return 0;
  }
}
