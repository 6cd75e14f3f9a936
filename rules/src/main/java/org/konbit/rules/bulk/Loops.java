package org.konbit.rules.bulk;

import org.konbit.rules.household.Values;

/** What compiled code calls: all static, on primitives, without allocation. */
final class Loops {
  private Loops() {}

  // Spouses and filers are two at most, nearly always: these are added up without a jump.

  static long sum(long members, byte[] values, int first) {
    long others = members & (members - 1);
    if ((others & (others - 1)) != 0) {
      return sumOfMore(members, values, first);
    }
    return (values[first + (Long.numberOfTrailingZeros(members) & 63)] & any(members))
        + (values[first + (Long.numberOfTrailingZeros(others) & 63)] & any(others));
  }

  private static long sumOfMore(long members, byte[] values, int first) {
    long sum = 0;
    for (long rest = members; rest != 0; rest &= rest - 1) {
      sum += values[first + Long.numberOfTrailingZeros(rest)];
    }
    return sum;
  }

  static long sum(long members, short[] values, int first) {
    long others = members & (members - 1);
    if ((others & (others - 1)) != 0) {
      return sumOfMore(members, values, first);
    }
    return (values[first + (Long.numberOfTrailingZeros(members) & 63)] & any(members))
        + (values[first + (Long.numberOfTrailingZeros(others) & 63)] & any(others));
  }

  private static long sumOfMore(long members, short[] values, int first) {
    long sum = 0;
    for (long rest = members; rest != 0; rest &= rest - 1) {
      sum += values[first + Long.numberOfTrailingZeros(rest)];
    }
    return sum;
  }

  static long sum(long members, int[] values, int first) {
    long others = members & (members - 1);
    if ((others & (others - 1)) != 0) {
      return sumOfMore(members, values, first);
    }
    return (values[first + (Long.numberOfTrailingZeros(members) & 63)] & any(members))
        + (values[first + (Long.numberOfTrailingZeros(others) & 63)] & any(others));
  }

  private static long sumOfMore(long members, int[] values, int first) {
    long sum = 0;
    for (long rest = members; rest != 0; rest &= rest - 1) {
      sum += values[first + Long.numberOfTrailingZeros(rest)];
    }
    return sum;
  }

  static long sum(long members, long[] values, int first) {
    long others = members & (members - 1);
    if ((others & (others - 1)) != 0) {
      return sumOfMore(members, values, first);
    }
    return (values[first + (Long.numberOfTrailingZeros(members) & 63)] & any(members))
        + (values[first + (Long.numberOfTrailingZeros(others) & 63)] & any(others));
  }

  private static long sumOfMore(long members, long[] values, int first) {
    long sum = 0;
    for (long rest = members; rest != 0; rest &= rest - 1) {
      sum += values[first + Long.numberOfTrailingZeros(rest)];
    }
    return sum;
  }

  /** All bits where there is any, else none. */
  private static long any(long members) {
    return (members | -members) >> 63;
  }

  /** The claims of 64 rows and more as words, a bit each. */
  static void pack(byte[] claims, int rows, long[] words, int at) {
    int row = 0;
    int word = at;
    for (; row + 64 <= rows; row += 64) {
      words[word++] = Bits.word(claims, row);
    }
    long rest = 0;
    for (int i = row; i < rows; i++) {
      rest |= (long) claims[i] << i;
    }
    if (row < rows) {
      words[word] = rest;
    }
  }

  /** Who of each household a claim holds of, for each of its members. */
  static void gather(long[] words, int at, int[] starts, int households, byte[] into) {
    for (int household = 0; household < households; household++) {
      int from = starts[household];
      int to = starts[household + 1];
      byte bits = (byte) members(words, at + (from >>> 6), from, to - from);
      for (int row = from; row < to; row++) {
        into[row] = bits;
      }
    }
  }

  static void gather(long[] words, int at, int[] starts, int households, int[] into) {
    for (int household = 0; household < households; household++) {
      int from = starts[household];
      int to = starts[household + 1];
      int bits = (int) members(words, at + (from >>> 6), from, to - from);
      for (int row = from; row < to; row++) {
        into[row] = bits;
      }
    }
  }

  static void gather(long[] words, int at, int[] starts, int households, long[] into) {
    for (int household = 0; household < households; household++) {
      int from = starts[household];
      int to = starts[household + 1];
      long bits = members(words, at + (from >>> 6), from, to - from);
      for (int row = from; row < to; row++) {
        into[row] = bits;
      }
    }
  }

  /** The sum of each household's rows, for each of its members. */
  static void sums(long[] of, int[] starts, int households, byte[] into) {
    for (int household = 0; household < households; household++) {
      int to = starts[household + 1];
      byte sum = (byte) sum(of, starts[household], to);
      for (int row = starts[household]; row < to; row++) {
        into[row] = sum;
      }
    }
  }

  static void sums(long[] of, int[] starts, int households, int[] into) {
    for (int household = 0; household < households; household++) {
      int to = starts[household + 1];
      int sum = (int) sum(of, starts[household], to);
      for (int row = starts[household]; row < to; row++) {
        into[row] = sum;
      }
    }
  }

  static void sums(long[] of, int[] starts, int households, long[] into) {
    for (int household = 0; household < households; household++) {
      int to = starts[household + 1];
      long sum = sum(of, starts[household], to);
      for (int row = starts[household]; row < to; row++) {
        into[row] = sum;
      }
    }
  }

  /** The sum of some rows. */
  static long sum(long[] of, int from, int to) {
    long sum = 0;
    for (int row = from; row < to; row++) {
      sum += of[row];
    }
    return sum;
  }

  /** The bits of some rows from one on, which may stand in two words. */
  private static long members(long[] words, int word, int from, int count) {
    // The second shift in two steps: of 64 bits none would be shifted at all.
    long bits = words[word] >>> from | words[word + 1] << 1 << ~from;
    return bits & -1L >>> -count;
  }

  static boolean plusFails(long one, long other) {
    long sum = one + other;
    return ((one ^ sum) & (other ^ sum)) < 0 || !Values.isPresent(sum);
  }

  static boolean minusFails(long one, long other) {
    long difference = one - other;
    return ((one ^ other) & (one ^ difference)) < 0 || !Values.isPresent(difference);
  }

  static boolean timesFails(long one, long other) {
    long high = Math.multiplyHigh(one, other);
    long low = one * other;
    return high != low >> 63 || !Values.isPresent(low);
  }

  /** Whether a calculation that is not proven safe ends in an error; if in doubt, it does. */
  @SuppressWarnings("UnusedVariable") // called as the exact ones are
  static boolean otherFails(long one, long other) {
    return true;
  }

  static long yearsBetween(long from, long to) {
    return Math.floorDiv(monthsBetween(from, to), 12);
  }

  static long monthsBetween(long from, long to) {
    long start = civil(from);
    long end = civil(to);
    long months = (end >> 5) - (start >> 5);
    return (end & 31) < (start & 31) ? months - 1 : months;
  }

  /** The same day of another year; 1 March for 29 February in a common one. */
  static long addYears(long day, long years) {
    long civil = civil(day);
    long dayOfMonth = civil & 31;
    long last = lengthOfMonth((civil >> 5) + 12 * years);
    long moved = epochDay((civil >> 5) + 12 * years, Math.min(dayOfMonth, last));
    return dayOfMonth > last ? moved + 1 : moved;
  }

  /** The same day of another month, or that month's last where it is shorter. */
  static long addMonths(long day, long months) {
    long civil = civil(day);
    long month = (civil >> 5) + months;
    return epochDay(month, Math.min(civil & 31, lengthOfMonth(month)));
  }

  private static long lengthOfMonth(long months) {
    return epochDay(months + 1, 1) - epochDay(months, 1);
  }

  private static long epochDay(long months, long dayOfMonth) {
    // A year that begins in March, as in civil().
    long year = Math.floorDiv(months - 2, 12);
    long month = months - 2 - year * 12;
    long leaps = Math.floorDiv(year, 4) - Math.floorDiv(year, 100) + Math.floorDiv(year, 400);
    return year * 365 + leaps + (153 * month + 2) / 5 + dayOfMonth - 1 - 719_468;
  }

  /** Months since year 0 in the upper bits, the day of the month in the lower five. */
  private static long civil(long epochDay) {
    // Counted from 1 March of year 0, so that the day put in every four years is a year's last.
    long day = epochDay + 719_468;
    long era = Math.floorDiv(day, 146_097);
    long ofEra = day - era * 146_097;
    long yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365;
    long ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    long shifted = (5 * ofYear + 2) / 153;
    long dayOfMonth = ofYear - (153 * shifted + 2) / 5 + 1;
    long months = (yearOfEra + era * 400) * 12 + shifted + 2;
    return months << 5 | dayOfMonth;
  }
}
