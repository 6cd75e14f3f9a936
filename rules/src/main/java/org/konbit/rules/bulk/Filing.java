package org.konbit.rules.bulk;

import java.util.Arrays;
import java.util.List;

/** Looks the claims of banks up for a chunk, and puts them into words. One for each worker. */
final class Filing {
  private static final int BLOCK = 64;
  private static final int HALF = 32;
  private static final int ROOM = Slots.WORDS * BLOCK;

  private final Object[] arrays;
  private final long[] words;
  private final int[] found = new int[ROOM];
  private final int[] sets = new int[ROOM];
  private final int[] onlySet = new int[ROOM];
  private final long[] numbers = new long[ROOM];
  private final long[] square = new long[HALF];

  Filing(Object[] arrays) {
    this.arrays = arrays;
    words = (long[]) arrays[Slots.ARRAY];
  }

  /** Looks up all of these for rows that start at one of the population's. */
  void look(List<Banks.Bank> banks, int from, int rows) {
    for (int i = 0; i < banks.size(); i++) {
      var bank = banks.get(i);
      Arrays.fill(found, 0, rows, 0);
      for (int look = 0; look < bank.looks().size(); look++) {
        switch (bank.looks().get(look)) {
          case Banks.Four four -> look(four, from, rows);
          case Banks.Small small -> look(small, from, rows);
          case Banks.Ladder ladder -> climb(ladder, from, rows);
        }
      }
      for (int block = 0; block * BLOCK < rows; block++) {
        turn(bank.slot(), block);
      }
    }
  }

  private void look(Banks.Four four, int from, int rows) {
    look(
        (byte[]) arrays[four.one().number().place().index()],
        (byte[]) arrays[four.two().number().place().index()],
        (byte[]) arrays[four.three().number().place().index()],
        (byte[]) arrays[four.four().number().place().index()],
        four,
        from,
        rows,
        found);
  }

  private static void look(
      byte[] one,
      byte[] two,
      byte[] three,
      byte[] four,
      Banks.Four looks,
      int from,
      int rows,
      int[] found) {
    int at1 = at(looks.one(), from);
    int at2 = at(looks.two(), from);
    int at3 = at(looks.three(), from);
    int at4 = at(looks.four(), from);
    int[] claims1 = looks.one().claims();
    int[] claims2 = looks.two().claims();
    int[] claims3 = looks.three().claims();
    int[] claims4 = looks.four().claims();
    int least1 = (int) looks.one().least();
    int least2 = (int) looks.two().least();
    int least3 = (int) looks.three().least();
    int least4 = (int) looks.four().least();
    for (int row = 0; row < rows; row++) {
      found[row] |=
          claims1[one[at1 + row] - least1]
              | claims2[two[at2 + row] - least2]
              | claims3[three[at3 + row] - least3]
              | claims4[four[at4 + row] - least4];
    }
  }

  private static int at(Banks.Small small, int from) {
    return small.number().isOfPopulation() ? from : 0;
  }

  private void look(Banks.Small small, int from, int rows) {
    int at = at(small, from);
    int least = (int) small.least();
    switch (arrays[small.number().place().index()]) {
      case byte[] bytes -> look(bytes, at, least, small.claims(), rows, found);
      case int[] ints -> look(ints, at, least, small.claims(), rows, found);
      case short[] shorts -> look(shorts, at, least, small.claims(), rows, found);
      case Object longs -> look((long[]) longs, at, small.least(), small.claims(), rows, found);
    }
  }

  private static void look(byte[] of, int at, int least, int[] claims, int rows, int[] found) {
    for (int row = 0; row < rows; row++) {
      found[row] |= claims[of[at + row] - least];
    }
  }

  private static void look(short[] of, int at, int least, int[] claims, int rows, int[] found) {
    for (int row = 0; row < rows; row++) {
      found[row] |= claims[of[at + row] - least];
    }
  }

  private static void look(int[] of, int at, int least, int[] claims, int rows, int[] found) {
    for (int row = 0; row < rows; row++) {
      found[row] |= claims[of[at + row] - least];
    }
  }

  private static void look(long[] of, int at, long least, int[] claims, int rows, int[] found) {
    for (int row = 0; row < rows; row++) {
      found[row] |= claims[(int) (of[at + row] - least)];
    }
  }

  private void climb(Banks.Ladder ladder, int from, int rows) {
    var number = ladder.number();
    var held = arrays[number.place().index()];
    var of = numbers;
    if (held instanceof long[] wide && !number.isOfPopulation()) {
      of = wide;
    } else {
      widen(held, number.isOfPopulation() ? from : 0, rows, numbers);
    }
    var by = ladder.by();
    var set = onlySet;
    if (by != null) {
      var array = arrays[by.place().index()];
      place(array, by.isOfPopulation() ? from : 0, ladder.least(), ladder.levels(), rows);
      set = sets;
    }
    switch (ladder.levels()) {
      case 1 -> one(of, set, ladder.limits(), ladder.claims(), rows, found);
      case 2 -> two(of, set, ladder.limits(), ladder.claims(), rows, found);
      case 3 -> three(of, set, ladder.limits(), ladder.claims(), rows, found);
      default -> four(of, set, ladder.limits(), ladder.claims(), rows, found);
    }
  }

  /** Copies rows of any width. */
  static void widen(Object array, int at, int rows, long[] into) {
    switch (array) {
      case byte[] bytes -> {
        for (int row = 0; row < rows; row++) {
          into[row] = bytes[at + row];
        }
      }
      case short[] shorts -> {
        for (int row = 0; row < rows; row++) {
          into[row] = shorts[at + row];
        }
      }
      case int[] ints -> {
        for (int row = 0; row < rows; row++) {
          into[row] = ints[at + row];
        }
      }
      case Object longs -> System.arraycopy(longs, at, into, 0, rows);
    }
  }

  private void place(Object array, int at, long least, int levels, int rows) {
    switch (array) {
      case byte[] bytes -> {
        for (int row = 0; row < rows; row++) {
          sets[row] = (bytes[at + row] - (int) least) << levels;
        }
      }
      case short[] shorts -> {
        for (int row = 0; row < rows; row++) {
          sets[row] = (shorts[at + row] - (int) least) << levels;
        }
      }
      case int[] ints -> {
        for (int row = 0; row < rows; row++) {
          sets[row] = (ints[at + row] - (int) least) << levels;
        }
      }
      case Object longs -> {
        for (int row = 0; row < rows; row++) {
          sets[row] = (int) (((long[]) longs)[at + row] - least) << levels;
        }
      }
    }
  }

  // In each: a step further where the limit there is reached, which a sign tells without a jump.

  private static void one(
      long[] numbers, int[] sets, long[] limits, int[] claims, int rows, int[] found) {
    for (int row = 0; row < rows; row++) {
      int at = sets[row];
      at += 1 & ~(int) ((numbers[row] - limits[at]) >> 63);
      found[row] |= claims[at];
    }
  }

  private static void two(
      long[] numbers, int[] sets, long[] limits, int[] claims, int rows, int[] found) {
    for (int row = 0; row < rows; row++) {
      long number = numbers[row];
      int at = sets[row];
      at += 2 & ~(int) ((number - limits[at + 1]) >> 63);
      at += 1 & ~(int) ((number - limits[at]) >> 63);
      found[row] |= claims[at];
    }
  }

  private static void three(
      long[] numbers, int[] sets, long[] limits, int[] claims, int rows, int[] found) {
    for (int row = 0; row < rows; row++) {
      long number = numbers[row];
      int at = sets[row];
      at += 4 & ~(int) ((number - limits[at + 3]) >> 63);
      at += 2 & ~(int) ((number - limits[at + 1]) >> 63);
      at += 1 & ~(int) ((number - limits[at]) >> 63);
      found[row] |= claims[at];
    }
  }

  private static void four(
      long[] numbers, int[] sets, long[] limits, int[] claims, int rows, int[] found) {
    for (int row = 0; row < rows; row++) {
      long number = numbers[row];
      int at = sets[row];
      at += 8 & ~(int) ((number - limits[at + 7]) >> 63);
      at += 4 & ~(int) ((number - limits[at + 3]) >> 63);
      at += 2 & ~(int) ((number - limits[at + 1]) >> 63);
      at += 1 & ~(int) ((number - limits[at]) >> 63);
      found[row] |= claims[at];
    }
  }

  // 64 persons' 32 claims become 32 claims' 64 persons: two squares of 32 bits, turned at once.
  private void turn(int slot, int block) {
    int from = block * BLOCK;
    for (int i = 0; i < HALF; i++) {
      square[i] = (found[from + i] & 0xffff_ffffL) | ((long) found[from + HALF + i] << HALF);
    }
    swap(square, 16, 0x0000_ffff_0000_ffffL);
    swap(square, 8, 0x00ff_00ff_00ff_00ffL);
    swap(square, 4, 0x0f0f_0f0f_0f0f_0f0fL);
    swap(square, 2, 0x3333_3333_3333_3333L);
    swap(square, 1, 0x5555_5555_5555_5555L);
    for (int i = 0; i < HALF; i++) {
      words[(slot + i) * Slots.WORDS + block] = square[i];
    }
  }

  private static void swap(long[] square, int by, long mask) {
    for (int part = 0; part < HALF; part += 2 * by) {
      for (int i = part; i < part + by; i++) {
        long other = ((square[i] >>> by) ^ square[i + by]) & mask;
        square[i + by] ^= other;
        square[i] ^= other << by;
      }
    }
  }
}
