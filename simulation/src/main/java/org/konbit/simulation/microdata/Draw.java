package org.konbit.simulation.microdata;

/**
 * Random numbers that are a function of what they are for: of a seed, a home, a person, a draw and
 * a purpose. No generator is shared, so neither the order of work nor the number of threads can
 * change a number. SplitMix64's finaliser is applied to each part in turn.
 */
public final class Draw {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final double UNIT = 0x1.0p-53;

  private Draw() {}

  /** A key for the part below this key. */
  public static long key(long above, long part) {
    long z = above ^ (part + 1) * GOLDEN;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** A number from 0 (included) to 1 (excluded), for one purpose below a key. */
  public static double uniform(long key, int purpose) {
    return (key(key(key, purpose), 0x5eed) >>> 11) * UNIT;
  }

  /** A whole number from 0 to below the bound. */
  public static int below(long key, int purpose, int bound) {
    return (int) (uniform(key, purpose) * bound);
  }

  /** A number of the standard normal distribution, for one purpose below a key. */
  public static double normal(long key, int purpose) {
    // Box and Muller's, of two independent numbers; the first is never 0.
    double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform(key, purpose)));
    return radius * StrictMath.cos(2 * Math.PI * uniform(key(key, 0xb0b), purpose));
  }
}
