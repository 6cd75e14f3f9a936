package org.konbit.rules.testing;

import java.util.Random;
import java.util.stream.LongStream;

/**
 * Fresh seeds for tests that state a law. A failing test shows its seed in its name; {@code
 * -Dseed=…} runs that one alone.
 */
public final class Seeds {
  private Seeds() {}

  public static LongStream some() {
    return fresh(20);
  }

  /** For laws that take long to try. */
  public static LongStream few() {
    return fresh(5);
  }

  /** For laws that are cheap to try. */
  public static LongStream many() {
    return fresh(300);
  }

  private static LongStream fresh(int count) {
    var chosen = Long.getLong("seed");
    return chosen == null ? new Random().longs(count) : LongStream.of(chosen);
  }
}
