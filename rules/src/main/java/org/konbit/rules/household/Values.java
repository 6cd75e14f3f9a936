package org.konbit.rules.household;

/**
 * How one value is held while rules run: every type fits a {@code long}, so that evaluating a
 * condition allocates nothing. Booleans are 0 and 1, dates days since 1970-01-01, money whole
 * cents, words their {@link Words#code}, lists of members a bit per member.
 */
public final class Values {
  /** Nobody answered. Never zero, never false: it stays unknown through every operation. */
  public static final long UNKNOWN = Long.MIN_VALUE;

  /** Answered with "there is none". No comparison with it holds. */
  public static final long NONE = Long.MIN_VALUE + 1;

  public static final long FALSE = 0;
  public static final long TRUE = 1;

  private Values() {}

  /** Whether the value can be calculated with: answered, and not "none". */
  public static boolean isPresent(long value) {
    return value > NONE;
  }

  /** Three-valued and: false as soon as one is. */
  public static long and(long left, long right) {
    if (left == FALSE || right == FALSE) {
      return FALSE;
    }
    return left == UNKNOWN || right == UNKNOWN ? UNKNOWN : TRUE;
  }

  public static long of(boolean value) {
    return value ? TRUE : FALSE;
  }
}
