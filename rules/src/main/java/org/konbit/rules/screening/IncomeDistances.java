package org.konbit.rules.screening;

import java.util.Arrays;
import java.util.BitSet;
import org.konbit.rules.expression.Comparison;
import org.konbit.rules.expression.Frame;
import org.konbit.rules.household.Values;
import org.konbit.rules.program.Program;

/**
 * How far a household is from each limit on income that could end somebody's refusal: what is
 * compared, less what it is compared with.
 */
final class IncomeDistances {
  // No distance: neither a number nor unknown.
  private static final long UNSEEN = Long.MAX_VALUE;

  private final Run run;
  private final IncomeLimits limits;
  private final int members;
  private final BitSet[] asked;
  private final long[] now;
  private final long[] most;

  IncomeDistances(Run run) {
    this.run = run;
    this.limits = run.plan().incomeLimits();
    this.members = run.household().size();
    this.asked = new BitSet[members];
    this.now = new long[limits.all().size() * members];
    Arrays.setAll(asked, _ -> new BitSet());
    this.most = new long[now.length];
    Arrays.fill(now, UNSEEN);
    for (int member = 0; member < members; member++) {
      ask(member);
    }
  }

  private void ask(int member) {
    var programs = run.plan().programs();
    for (int i = 0; i < programs.size(); i++) {
      Program program = programs.get(i);
      if (run.decide(program, member) == Values.FALSE && program.isOffered(run.frame())) {
        var own = limits.of(i);
        asked[member].or(own.ofTested());
        for (BitSet others : asked) {
          others.or(own.ofOthers());
        }
      }
    }
  }

  /** The limits that decide about some refusal when they measure the member. */
  BitSet asked(int member) {
    return asked[member];
  }

  /** The distance as the household is, or {@link Values#UNKNOWN}. */
  long now(int limit, int member) {
    int cell = limit * members + member;
    if (now[cell] == UNSEEN) {
      var compared = limits.all().get(limit).comparison();
      most[cell] = run.frame().valueOrUnknown(compared.right(), member);
      now[cell] = distance(run.frame(), compared, member, most[cell]);
    }
    return now[cell];
  }

  /** The distance in a trial, or {@link Values#UNKNOWN}; after {@link #now} was asked for. */
  long in(Frame frame, int limit, int member) {
    var tried = limits.all().get(limit);
    long mostThen =
        tried.isFixed()
            ? most[limit * members + member]
            : frame.valueOrUnknown(tried.comparison().right(), member);
    return distance(frame, tried.comparison(), member, mostThen);
  }

  private static long distance(Frame frame, Comparison compared, int member, long most) {
    if (!Values.isPresent(most)) {
      return Values.UNKNOWN;
    }
    long value = frame.valueOrUnknown(compared.left(), member);
    return Values.isPresent(value) ? Math.subtractExact(value, most) : Values.UNKNOWN;
  }
}
