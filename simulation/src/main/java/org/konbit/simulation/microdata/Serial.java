package org.konbit.simulation.microdata;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a home, held in one word: six letters or digits and seven digits, such as {@code
 * 2023HU0000001}, or {@code SYN0000000001} for a made-up one.
 */
public record Serial(long code) {
  private static final Pattern FORM = Pattern.compile("[0-9A-Z]{6}[0-9]{7}");
  private static final long DIGITS = 10_000_000L;
  private static final long THOUSAND = 1_000;
  private static final int LETTERS = 36;
  private static final long SYNTHETIC = Long.parseLong("SYN", LETTERS);

  /** The serial of a text, or nothing where it has another form. */
  public static Optional<Serial> of(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    long code = Long.parseLong(text.substring(0, 6), LETTERS);
    return Optional.of(new Serial(code * DIGITS + Long.parseLong(text.substring(6))));
  }

  /** The made-up home of a number from 0 to 9,999,999,999. */
  public static Serial synthetic(long number) {
    if (number < 0 || number >= THOUSAND * DIGITS) {
      throw new IllegalArgumentException("(%d) is the number of no home.".formatted(number));
    }
    // Its first three digits stand among the letters.
    long high = number / DIGITS;
    long letters = SYNTHETIC;
    for (long place = THOUSAND / 10; place > 0; place /= 10) {
      letters = letters * LETTERS + high / place % 10;
    }
    return new Serial(letters * DIGITS + number % DIGITS);
  }

  /** Whether the home is a made-up one. */
  public boolean isSynthetic() {
    return code / DIGITS / (LETTERS * LETTERS * LETTERS) == SYNTHETIC;
  }

  @Override
  public String toString() {
    var letters = Long.toString(code / DIGITS, LETTERS).toUpperCase(java.util.Locale.ROOT);
    return "0".repeat(6 - letters.length()) + letters + "%07d".formatted(code % DIGITS);
  }
}
