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

  /**
   * What everyone's best coverage costs together, no group paying more than its family maximum.
   *
   * @param cents a month
   * @param leftOut the members whose cost that leaves out, since nobody here knows it
   */
  record Family(long cents, List<String> leftOut) {}

  Family family() {
    long total = 0;
    Map<String, Group> groups = new HashMap<>();
    var leftOut = new ArrayList<String>();
    for (int member = 0; member < run.household().size(); member++) {
      int best = run.placeOfBest(member);
      if (best >= 0) {
        var program = run.plan().programs().get(best);
        var alone = of(program, member);
        total += share(program, member, alone.orElse(0), groups);
        if (alone.isEmpty() && !isFree(program)) {
          leftOut.add(run.household().ids().get(member));
        }
      } else if (best == Run.UNDECIDED) {
        leftOut.add(run.household().ids().get(member));
      }
    }
    for (Group group : groups.values()) {
      total += group.cents();
    }
    return new Family(total, leftOut);
  }

  // Whatever can ask a premium declares one, but for plans that are bought at prices of their own.
  private static boolean isFree(Program program) {
    return program.premium().isEmpty() && !program.kind().equals(BOUGHT);
  }

  // What is counted at once; the rest is counted with its group.
  private long share(Program program, int member, long cents, Map<String, Group> groups) {
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
