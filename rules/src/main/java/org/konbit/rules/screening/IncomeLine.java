package org.konbit.rules.screening;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.konbit.rules.expression.Amounts;
import org.konbit.rules.expression.Frame;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.IncomeEntry;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.program.Program;
import org.konbit.rules.screening.Crossings.Crossing;

/**
 * All amounts one entry of income could have. Every limit that it can cross lies a straight line
 * away, so the amounts between two limits are tried once for all of them; where a trial says yes,
 * the limit itself is the first guess at the exact cent.
 */
final class IncomeLine {
  private static final long NEVER = Long.MAX_VALUE;
  private static final long MOST_MONTHLY = 5_000_000;

  private final Trials trials;
  private final IncomeDistances distances;
  private final int earner;
  private final int entry;
  private final List<IncomeEntry> income;
  private final long now;
  private final long most;
  private final IncomeLimits limits;
  private final Frame forgotten;
  private final Map<Long, Frame> tried = new HashMap<>();
  private final Amounts amounts;
  private final Crossings down;
  private final Crossings up;

  IncomeLine(
      Trials trials, IncomeDistances distances, int earner, int entry, List<IncomeEntry> income) {
    this.trials = trials;
    this.distances = distances;
    this.earner = earner;
    this.entry = entry;
    this.income = income;
    this.now = income.get(entry).cents();
    // Who has more than anybody is told of is told of nothing above.
    this.most = Math.max(now, MOST_MONTHLY * 12 / income.get(entry).per().yearly(1));
    this.limits = trials.run().plan().incomeLimits();
    this.amounts = limits.amounts(household().size());
    this.forgotten =
        trials.with(
            Vocabulary.INCOME_ENTRIES, household().without(Vocabulary.INCOME_ENTRIES, earner));
    var all = crossings();
    down = within(all, 0, Math.max(now, 0));
    up = within(all, now, most);
  }

  private static Crossings within(List<Crossing> all, long from, long before) {
    int start = 0;
    while (start < all.size() && all.get(start).cents() < from) {
      start++;
    }
    int end = start;
    while (end < all.size() && all.get(end).cents() < before) {
      end++;
    }
    return new Crossings(all.subList(start, end));
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
    return trials.with(household().withIncome(earner, changed), amounts, cents);
  }

  private boolean turns(Program program, int member, long cents) {
    return Trials.leadsIn(at(cents), program, member);
  }

  // The last whole cent before each limit is crossed, as far as one probe on the line can tell.
  private List<Crossing> crossings() {
    var crossings = new ArrayList<Crossing>();
    // Far up, where a child's income counts too and every deduction is used up.
    long probe = now < most ? most : 0;
    var there = at(probe);
    int day = there.today();
    for (int member = 0; member < household().size(); member++) {
      var asked = distances.asked(member);
      for (int i = asked.nextSetBit(0); i >= 0; i = asked.nextSetBit(i + 1)) {
        if (limits.all().get(i).isInForce(day)) {
          long before = distances.now(i, member);
          long after = before == Values.UNKNOWN ? Values.UNKNOWN : distances.in(there, i, member);
          boolean isRising = (after > before) == (probe > now);
          boolean isLow = limits.all().get(i).comparison().isUnderOrReaches() != isRising;
          long cents = crossing(before, after, probe, isLow);
          if (cents == NEVER && before != Values.UNKNOWN) {
            amounts.neverTurns(i, member, before);
          } else if (cents != NEVER) {
            amounts.turnsAfter(i, member, cents, isRising);
            crossings.add(new Crossing(cents, i, member));
          }
        }
      }
    }
    crossings.sort(null);
    return crossings;
  }

  // Where an amount meets the limit exactly, it is the last before, or the first after.
  private long crossing(long before, long after, long probe, boolean isMeetingBefore) {
    if (before == Values.UNKNOWN || after == Values.UNKNOWN || before == after) {
      return NEVER;
    }
    long difference = before - after;
    long way = before * (probe - now);
    if (way >> 63 != Math.multiplyHigh(before, probe - now)) {
      return farCrossing(before, probe - now, difference, isMeetingBefore);
    }
    long steps =
        isMeetingBefore ? Math.floorDiv(way, difference) : Math.ceilDiv(way, difference) - 1;
    return now + steps;
  }

  // Who has millions is as far from a limit, in the fractions of a cent that rates are held in, as
  // a product of two longs cannot say.
  private long farCrossing(long before, long reach, long difference, boolean isMeetingBefore) {
    var way = BigInteger.valueOf(before).multiply(BigInteger.valueOf(reach));
    var parts = way.divideAndRemainder(BigInteger.valueOf(difference));
    boolean isWhole = parts[1].signum() == 0;
    boolean isRoundedUp = parts[1].signum() == -Long.signum(difference);
    boolean isOneLess = isWhole ? !isMeetingBefore : isRoundedUp;
    var steps = parts[0].subtract(isOneLess ? BigInteger.ONE : BigInteger.ZERO);
    return steps.bitLength() < Long.SIZE - 2 ? now + steps.longValue() : NEVER;
  }

  /** The nearest smaller amount that turns the refusal. */
  OptionalLong below(Program program, IncomeLimits.Own own, int member) {
    long no = now;
    // As far as the trial reaches the outcome is the same, whatever limits are crossed there.
    long reach = reach(program, member).least();
    for (int i = down.size() - 1; i >= 0; i--) {
      long limit = down.cents(i);
      if (limit < reach && down.concerns(i, own, member)) {
        long end = i == 0 ? 0 : down.cents(i - 1);
        long between = limit - (limit - end) / 2;
        if (turns(program, member, between)) {
          return OptionalLong.of(edge(program, member, between, no, limit));
        }
        reach = at(between).least();
        no = between;
      }
    }
    return OptionalLong.empty();
  }

  // The trial of what the household has, which says how far up and down all of it stays the same.
  private Frame reach(Program program, int member) {
    var frame = at(now);
    Trials.decide(frame, program, member);
    return frame;
  }

  /** The nearest larger one. */
  OptionalLong above(Program program, IncomeLimits.Own own, int member) {
    long no = now;
    long reach = reach(program, member).greatest();
    for (int i = 0; i < up.size(); i++) {
      long limit = up.cents(i);
      if (limit >= reach && up.concerns(i, own, member)) {
        long end = i == up.size() - 1 ? most : up.cents(i + 1);
        long between = limit + 1 + (end - limit) / 2;
        if (turns(program, member, between)) {
          return OptionalLong.of(edge(program, member, between, no, limit));
        }
        reach = at(between).greatest();
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
