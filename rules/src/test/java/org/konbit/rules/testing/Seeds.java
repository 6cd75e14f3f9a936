package org.konbit.rules.testing;

import java.util.Random;
import java.util.stream.LongStream;

/**
 * Seeds for tests that state a law. Usually the same ones, so that a change is judged by what it
 * changes and not by luck; {@code -Dseeds=…} tries so many times as many fresh ones. A failing test
 * shows its seed in its name; {@code -Dseed=…} runs that one alone.
 */
public final class Seeds {
  private static final long USUAL = 20260701;

  private Seeds() {}

  public static LongStream some() {
    return seeds(20);
  }

  /** For laws that take long to try. */
  public static LongStream few() {
    return seeds(5);
  }

  /** For laws that are cheap to try. */
  public static LongStream many() {
    return seeds(300);
  }

  private static LongStream seeds(int count) {
    var chosen = Long.getLong("seed");
    if (chosen != null) {
      return LongStream.of(chosen);
    }
    var times = Integer.getInteger("seeds");
    return times == null
        ? new Random(USUAL).longs(count)
        : new Random().longs((long) count * times);
  }
}
