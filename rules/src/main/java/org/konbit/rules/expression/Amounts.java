package org.konbit.rules.expression;

import java.util.Arrays;

/**
 * All amounts that one answer could be, as a trial sees them: where each comparison turns while the
 * amount grows, so that the trial can tell how far what it finds reaches up and down. Turns are
 * expected, not known: a comparison that comes out otherwise is taken to turn anywhere.
 */
public final class Amounts {
  /** A comparison that no amount turns. */
  public static final int STEADY = -1;

  /** A comparison that an amount may turn, nobody knows at which. */
  public static final int UNSTEADY = -2;

  private static final long NEVER = Long.MAX_VALUE;
  private static final long ANYWHERE = Long.MIN_VALUE;

  private final int[] limits;
  private final int members;
  private final long[] turns;
  private final int[] signs;

  /**
   * @param limits for each comparison by its number its place among those with a known turn, or
   *     {@link #STEADY} or {@link #UNSTEADY}
   * @param known how many have a known turn
   */
  public Amounts(int[] limits, int known, int members) {
    this.limits = limits;
    this.members = members;
    this.turns = new long[known * members];
    this.signs = new int[known * members];
    Arrays.fill(turns, ANYWHERE);
  }

  /**
   * Where a comparison is expected to turn as it measures the member.
   *
   * @param cents the last whole cent before
   * @param isRising whether its left side, less its right, grows with the amount
   */
  public void turnsAfter(int limit, int member, long cents, boolean isRising) {
    turns[limit * members + member] = cents;
    signs[limit * members + member] = isRising ? 1 : -1;
  }

  /**
   * That no amount is expected to turn a comparison as it measures the member.
   *
   * @param difference its left side less its right
   */
  public void neverTurns(int limit, int member, long difference) {
    turns[limit * members + member] = NEVER;
    signs[limit * members + member] = Long.signum(difference);
  }

  /** The last amount before it turns, {@link #NEVER} or {@link #ANYWHERE}. */
  private long turn(int comparison, int member, long amount, int sign) {
    int limit = comparison < limits.length ? limits[comparison] : UNSTEADY;
    if (limit < 0) {
      return limit == STEADY ? NEVER : ANYWHERE;
    }
    int cell = limit * members + member;
    long turn = turns[cell];
    boolean isPast = turn == NEVER || amount > turn;
    boolean isExpected = isPast ? sign == signs[cell] : sign != signs[cell];
    return isExpected ? turn : ANYWHERE;
  }

  /**
   * The least amount for which a comparison is what it is for this one.
   *
   * @param sign whether its left side is less than its right, equal or more: -1, 0 or 1
   */
  long least(int comparison, int member, long amount, int sign) {
    long turn = turn(comparison, member, amount, sign);
    return turn == ANYWHERE ? amount : turn < amount ? turn + 1 : Long.MIN_VALUE;
  }

  /** The greatest such amount. */
  long greatest(int comparison, int member, long amount, int sign) {
    long turn = turn(comparison, member, amount, sign);
    return turn == ANYWHERE ? amount : turn < amount ? Long.MAX_VALUE : turn;
  }
}
