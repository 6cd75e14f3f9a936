package org.konbit.rules.screening;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.konbit.rules.expression.Expression;
import org.konbit.rules.expression.Frame;
import org.konbit.rules.expression.RuleCannotBeEvaluated;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.IncomeEntry;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.program.Program;

/**
 * All amounts one entry of income could have. Every limit that it can cross lies a straight line
 * away, so the amounts between two limits are tried once for all of them; where a trial says yes,
 * the limit itself is the first guess at the exact cent.
 */
final class IncomeLine {
  private static final long MOST_MONTHLY = 5_000_000;
  private static final long PROBE_MONTHLY = 100_000;

  private final Trials trials;
  private final int earner;
  private final int entry;
  private final List<IncomeEntry> income;
  private final long now;
  private final long most;
  private final IncomeLimits limits;
  private final Frame forgotten;
  private final Map<Long, Frame> tried = new HashMap<>();
  private final long[] down;
  private final BitSet[] downLimits;
  private final long[] up;
  private final BitSet[] upLimits;

  IncomeLine(Trials trials, int earner, int entry, List<IncomeEntry> income) {
    this.trials = trials;
    this.earner = earner;
    this.entry = entry;
    this.income = income;
    this.now = income.get(entry).cents();
    // Who has more than anybody is told of is told of nothing above.
    this.most = Math.max(now, MOST_MONTHLY * 12 / income.get(entry).per().yearly(1));
    this.limits = trials.run().plan().incomeLimits();
    this.forgotten =
        trials.with(household().without(Vocabulary.INCOME_ENTRIES, earner), limits.dependents());
    var crossings = crossings();
    var below = crossings.headMap(Math.max(now, 0));
    below.headMap(0L).clear();
    down = below.keySet().stream().mapToLong(Long::longValue).toArray();
    downLimits = below.values().toArray(BitSet[]::new);
    var above = crossings.tailMap(now);
    above.tailMap(most).clear();
    up = above.keySet().stream().mapToLong(Long::longValue).toArray();
    upLimits = above.values().toArray(BitSet[]::new);
  }

  int earner() {
    return earner;
  }

  int entry() {
    return entry;
  }

  String per() {
    return income.get(entry).per().word();
  }

  private Household household() {
    return trials.run().household();
  }

  /** Whether the outcome stays a no whatever the earner's income. */
  boolean isIdle(Program program, int member) {
    return Trials.decide(forgotten, program, member) == Values.FALSE;
  }

  private Frame at(long cents) {
    return tried.computeIfAbsent(cents, this::trial);
  }

  private Frame trial(long cents) {
    var changed = new ArrayList<>(income);
    var old = income.get(entry);
    changed.set(entry, new IncomeEntry(old.kind(), cents, old.per()));
    return trials.with(household().withIncome(earner, changed), limits.dependents());
  }

  private boolean turns(Program program, int member, long cents) {
    return Trials.leadsIn(at(cents), program, member);
  }

  // The last whole cent before each limit is crossed, as far as one probe on the line can tell.
  private NavigableMap<Long, BitSet> crossings() {
    var crossings = new TreeMap<Long, BitSet>();
    long probe = now > 0 ? 0 : now + PROBE_MONTHLY * 12 / income.get(entry).per().yearly(1);
    var here = at(now);
    var there = at(probe);
    int day = here.today();
    for (int i = 0; i < limits.all().size(); i++) {
      var limit = limits.all().get(i);
      if (limit.isInForce(day)) {
        var compared = limit.comparison();
        for (int member = 0; member < household().size(); member++) {
          long before = excess(here, compared.left(), compared.right(), member);
          long after = excess(there, compared.left(), compared.right(), member);
          int index = i;
          crossing(before, after, probe)
              .ifPresent(x -> crossings.computeIfAbsent(x, _ -> new BitSet()).set(index));
        }
      }
    }
    return crossings;
  }

  private static long excess(Frame frame, Expression left, Expression right, int member) {
    int mark = frame.mark();
    try {
      long value = left.evaluate(frame, member);
      long limit = right.evaluate(frame, member);
      boolean isKnown = Values.isPresent(value) && Values.isPresent(limit);
      return isKnown ? Math.subtractExact(value, limit) : Values.UNKNOWN;
    } catch (RuleCannotBeEvaluated | ArithmeticException outsideItsDates) {
      // A text that this family's outcome does not come to may lack a figure for its date.
      return Values.UNKNOWN;
    } finally {
      frame.forgetSince(mark);
    }
  }

  private OptionalLong crossing(long before, long after, long probe) {
    if (before == Values.UNKNOWN || after == Values.UNKNOWN || before == after) {
      return OptionalLong.empty();
    }
    try {
      long way = Math.multiplyExact(before, probe - now);
      return OptionalLong.of(now + Math.floorDiv(way, before - after));
    } catch (ArithmeticException farAway) {
      return OptionalLong.empty();
    }
  }

  /** The nearest smaller amount that turns the refusal. */
  OptionalLong below(Program program, int member) {
    var own = limits.of(program);
    long no = now;
    for (int i = down.length - 1; i >= 0; i--) {
      if (own.intersects(downLimits[i])) {
        long end = i == 0 ? 0 : down[i - 1];
        long between = down[i] - (down[i] - end) / 2;
        if (turns(program, member, between)) {
          return OptionalLong.of(edge(program, member, between, no, down[i]));
        }
        no = between;
      }
    }
    return OptionalLong.empty();
  }

  /** The nearest larger one. */
  OptionalLong above(Program program, int member) {
    var own = limits.of(program);
    long no = now;
    for (int i = 0; i < up.length; i++) {
      if (own.intersects(upLimits[i])) {
        long end = i == up.length - 1 ? most : up[i + 1];
        long between = up[i] + 1 + (end - up[i]) / 2;
        if (turns(program, member, between)) {
          return OptionalLong.of(edge(program, member, between, no, up[i]));
        }
        no = between;
      }
    }
    return OptionalLong.empty();
  }

  private long edge(Program program, int member, long between, long from, long guess) {
    long yes = between;
    long no = from;
    // The guess is the last cent before the limit, whichever way the limit is come from.
    long step = from > between ? -1 : 1;
    long first = step < 0 ? guess : guess + 1;
    for (long cents : new long[] {first, first - step, first + step}) {
      if (Math.min(yes, no) < cents && cents < Math.max(yes, no)) {
        boolean turns = turns(program, member, cents);
        yes = turns ? cents : yes;
        no = turns ? no : cents;
      }
    }
    while (Math.abs(yes - no) > 1) {
      long middle = no + (yes - no) / 2;
      if (turns(program, member, middle)) {
        yes = middle;
      } else {
        no = middle;
      }
    }
    return yes;
  }
}
