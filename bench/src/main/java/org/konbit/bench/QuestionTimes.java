package org.konbit.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.konbit.rules.screening.Aspect;

/**
 * The processor time of every single next question, warmed up: what a family waits for on a machine
 * that has nothing else to do. The clock's worst figures say more of the neighbours than of us.
 */
final class QuestionTimes {
  private static final int FAMILIES = 500;

  private final long[] sorted;

  private QuestionTimes(long[] sorted) {
    this.sorted = sorted;
  }

  /** Asks each family's question so many times, and as often before, uncounted. */
  static QuestionTimes measure(int rounds) {
    var law = Law.shipped();
    var families = law.halfAnswered(FAMILIES);
    var threads = ManagementFactory.getThreadMXBean();
    var nanos = new long[rounds * FAMILIES];
    for (int i = -nanos.length; i < nanos.length; i++) {
      long before = threads.getCurrentThreadCpuTime();
      var answer =
          law.screener()
              .screen(families[Math.floorMod(i, FAMILIES)], EnumSet.of(Aspect.NEXT), Set.of());
      long used = threads.getCurrentThreadCpuTime() - before;
      if (answer.members().isEmpty()) {
        throw new IllegalStateException("A family without members was answered.");
      }
      nanos[Math.max(i, 0)] = used;
    }
    Arrays.sort(nanos);
    return new QuestionTimes(nanos);
  }

  /** Milliseconds within which so many of a hundred are answered. */
  double percentile(int percent) {
    return sorted[(sorted.length - 1) * percent / 100] / 1e6;
  }
}
