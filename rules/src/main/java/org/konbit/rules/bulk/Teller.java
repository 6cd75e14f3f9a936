package org.konbit.rules.bulk;

import java.util.Arrays;

/**
 * Writes down what one text of the law comes to, chunk by chunk, once a worker has calculated it.
 * It allocates nothing, but for households that must be explained.
 */
final class Teller {
  private final Arena arena;
  private final Object[] arrays;
  private final long[] words;
  private final Outcomes outcomes;
  private final Explained explained;
  private final Put[] puts;
  private final Best[] bests;
  private final Shared[] shared;
  private final long[] cents = new long[Slots.ROOM];
  private final long[] maxima = new long[Slots.ROOM];
  private final Cell alone;
  private final Claims open;

  /** What is told of one program: where it stands for a chunk, and where in the outcomes. */
  private record Put(Claims yes, Cell premium, Cell amount, boolean isOnlyPremium, int place) {}

  /** Whose best coverage a program is. */
  private record Best(Claims claims, short place) {}

  /** A claim of everyone: the same for all, or from a word on. */
  private record Claims(boolean isSame, boolean holds, int word) {}

  /** Premiums paid together. */
  private record Shared(Cell cents, Cell maximum) {}

  /**
   * Who tells one text.
   *
   * @param arrays of the worker that calculates it
   */
  Teller(Programs programs, Arena arena, Object[] arrays, Outcomes outcomes, Explained explained) {
    this.arena = arena;
    this.arrays = arrays;
    this.outcomes = outcomes;
    this.explained = explained;
    words = (long[]) arrays[Slots.ARRAY];
    puts = programs.told().stream().map(this::put).toArray(Put[]::new);
    bests =
        programs.best().stream()
            .map(ranked ->
                new Best(claims(ranked.isBest()), (short) outcomes.program(ranked.program())))
            .toArray(Best[]::new);
    shared =
        programs.groups().stream()
            .map(group -> new Shared(cell(group.cents()), cell(group.maximum())))
            .toArray(Shared[]::new);
    alone = cell(programs.alone());
    open = claims(programs.open());
  }

  private Put put(Programs.Told told) {
    boolean isOnly = told.onlyPremium().isPresent();
    return new Put(
        claims(told.yes()),
        isOnly ? Cell.same(Programs.NO_FIGURE) : cell(told.premium().all()),
        cell(told.amount().all()),
        isOnly,
        outcomes.program(told.program().id()));
  }

  private Claims claims(Node node) {
    return node.isConstant()
        ? new Claims(true, node.number() == 1, 0)
        : new Claims(false, false, arena.slots().at(node));
  }

  private Cell cell(Node node) {
    return node.isConstant()
        ? Cell.same(node.number())
        : Cell.of(arrays[arena.scratch(node).index()]);
  }

  /**
   * Writes down the outcomes of a chunk.
   *
   * @param starts where each household starts, in rows of the chunk, and where the last one ends
   * @param from the chunk's first person
   */
  void tell(int firstHousehold, int[] starts, int households, int from) {
    int rows = starts[households];
    for (Put put : puts) {
      tell(put, from, rows);
    }
    best(from, rows);
    charge(firstHousehold, starts, households);
  }

  private void tell(Put put, int from, int rows) {
    if (!put.yes().isSame()) {
      outcomes.eligibleBits(put.place()).write(from, words, put.yes().word(), rows);
    } else if (put.yes().holds()) {
      outcomes.eligibleBits(put.place()).fill(from, rows);
    }
    if (!put.isOnlyPremium()) {
      figures(put.premium(), from, rows, put.place(), true);
    }
    figures(put.amount(), from, rows, put.place(), false);
  }

  private void figures(Cell cell, int from, int rows, int place, boolean isPremium) {
    if (cell.isSame() && cell.at(0) == Programs.NO_FIGURE) {
      return;
    }
    int[] into = isPremium ? outcomes.premiumsOf(place) : outcomes.amountsOf(place);
    cell.copy(into, from, rows, Programs.NO_FIGURE);
  }

  private void best(int from, int rows) {
    short[] into = outcomes.bestOf();
    Arrays.fill(into, from, from + rows, (short) Programs.NONE);
    for (int i = 0; i < bests.length; i++) {
      var claims = bests[i].claims();
      if (!claims.isSame()) {
        best(bests[i], into, from, rows);
      } else if (claims.holds()) {
        Arrays.fill(into, from, from + rows, bests[i].place());
      }
    }
  }

  private void best(Best best, short[] into, int from, int rows) {
    for (int row = 0; row < rows; row += Long.SIZE) {
      long left = words[best.claims().word() + (row >>> 6)] & upTo(rows - row);
      for (long rest = left; rest != 0; rest &= rest - 1) {
        into[from + row + Long.numberOfTrailingZeros(rest)] = best.place();
      }
    }
  }

  private static long upTo(int rows) {
    return rows >= Long.SIZE ? -1 : (1L << rows) - 1;
  }

  private void charge(int firstHousehold, int[] starts, int households) {
    if (alone.isSame() && alone.at(0) == 0 && shared.length == 0) {
      return;
    }
    int rows = starts[households];
    alone.widen(cents, rows);
    for (int household = 0; household < households; household++) {
      outcomes.premium(
          firstHousehold + household, Loops.sum(cents, starts[household], starts[household + 1]));
    }
    for (int i = 0; i < shared.length; i++) {
      shared[i].cents().widen(cents, rows);
      shared[i].maximum().widen(maxima, rows);
      for (int household = 0; household < households; household++) {
        outcomes.addPremium(
            firstHousehold + household, together(starts[household], starts[household + 1]));
      }
    }
  }

  private long together(int start, int end) {
    long sum = 0;
    long maximum = -1;
    for (int row = start; row < end; row++) {
      sum += cents[row];
      maximum = Math.max(maximum, maxima[row]);
    }
    return maximum < 0 ? sum : Math.min(sum, maximum);
  }

  /** Has those households of the chunk explained that must be. */
  void explain(int firstHousehold, int[] starts, int households, StateLaw law) {
    var incomplete = law.incomplete();
    boolean isAnyIncomplete = !incomplete.isEmpty();
    if (!isAnyIncomplete && !isAnyOpen(starts[households])) {
      return;
    }
    for (int household = 0; household < households; household++) {
      boolean isOpen = isAnyIncomplete && incomplete.get(firstHousehold + household);
      for (int row = starts[household]; row < starts[household + 1]; row++) {
        isOpen |= isOpen(row);
      }
      if (isOpen) {
        explained.decide(firstHousehold + household, outcomes);
      }
    }
  }

  private boolean isAnyOpen(int rows) {
    if (open.isSame()) {
      return open.holds();
    }
    long any = 0;
    for (int row = 0; row < rows; row += Long.SIZE) {
      any |= words[open.word() + (row >>> 6)] & upTo(rows - row);
    }
    return any != 0;
  }

  private boolean isOpen(int row) {
    return open.isSame() ? open.holds() : (words[open.word() + (row >>> 6)] >>> row & 1) != 0;
  }
}
