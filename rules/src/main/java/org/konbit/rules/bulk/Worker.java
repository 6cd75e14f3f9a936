package org.konbit.rules.bulk;

import java.util.Arrays;
import java.util.List;

/**
 * Decides chunks of one state's households, one after another, in one thread. What it needs is made
 * once; deciding a chunk allocates nothing, but for households that must be explained.
 */
final class Worker {
  private final StateLaw law;
  private final Arena arena;
  private final Population population;
  private final Outcomes outcomes;
  private final Explained explained;
  private final Object[] arrays;
  private final int[] first;
  private final int[] starts;
  private final Kernel kernel;
  private final List<StateCode.Stage> stages;
  private final List<Schedule.Loop> loops;
  private final Filing filing;
  private final Steps steps;
  private final boolean readsHouseholds;
  private final Put[] puts;
  private final Best[] bests;
  private final Shared[] shared;
  private final long[] words;
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

  Worker(StateLaw law, Outcomes outcomes, Explained explained) {
    this.law = law;
    this.outcomes = outcomes;
    this.explained = explained;
    population = law.population();
    arena = law.code().arena();
    arrays = law.arrays();
    words = (long[]) arrays[Slots.ARRAY];
    first = new int[Slots.ROOM];
    starts = new int[Slots.ROOM + 1];
    kernel = law.kernel(arrays);
    filing = new Filing(arrays);
    stages = law.code().stages();
    loops = law.code().loops();
    steps = law.code().steps();
    readsHouseholds = law.code().schedule().readsHouseholds();
    var programs = law.programs();
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

  /** Decides these households. */
  void decide(int firstHousehold, int lastHousehold) {
    calculate(firstHousehold, lastHousehold);
    tell(firstHousehold, lastHousehold);
    explain(firstHousehold, lastHousehold - firstHousehold + 1);
  }

  /** Writes down the outcomes of what was calculated last. */
  void tell(int firstHousehold, int lastHousehold) {
    int from = population.firstPerson(firstHousehold);
    int rows = population.firstPerson(lastHousehold + 1) - from;
    for (Put put : puts) {
      tell(put, from, rows);
    }
    best(from, rows);
    charge(firstHousehold, lastHousehold - firstHousehold + 1);
  }

  /** The calculation alone, without writing the outcomes down. */
  void calculate(int firstHousehold, int lastHousehold) {
    int from = population.firstPerson(firstHousehold);
    int rows = population.firstPerson(lastHousehold + 1) - from;
    int households = lastHousehold - firstHousehold + 1;
    lay(firstHousehold, households);
    kernel.read(firstHousehold, lastHousehold);
    int loop = 0;
    for (int at = 0; at < stages.size(); at++) {
      var stage = stages.get(at);
      for (int i = 0; i < stage.gathers().size(); i++) {
        gather(stage.gathers().get(i), households);
      }
      for (int i = 0; i < stage.sums().size(); i++) {
        sum(stage.sums().get(i), households, from, rows);
      }
      filing.look(stage.banks(), from, rows);
      loop = run(loop, at, false, from, rows);
      for (int i = 0; i < stage.packs().size(); i++) {
        var pack = stage.packs().get(i);
        Loops.pack((byte[]) arrays[pack.claim().index()], rows, words, pack.word());
      }
      loop = run(loop, at, true, from, rows);
    }
  }

  /** Where the claims of the chunk at hand stand. */
  long[] words() {
    return words;
  }

  private int run(int next, int stage, boolean areOfWords, int from, int rows) {
    int loop = next;
    while (loop < loops.size()
        && loops.get(loop).stage() == stage
        && loops.get(loop).isOfWords() == areOfWords) {
      steps.run(loop++, arrays, first, from, rows);
    }
    return loop;
  }

  private void lay(int firstHousehold, int households) {
    population.starts(firstHousehold, households, starts);
    for (int i = 0; readsHouseholds && i < households; i++) {
      int start = starts[i];
      for (int row = start; row < starts[i + 1]; row++) {
        first[row] = start;
      }
    }
  }

  private void gather(StateCode.Gather gather, int households) {
    switch (arrays[gather.into().index()]) {
      case byte[] into -> Loops.gather(words, gather.word(), starts, households, into);
      case int[] into -> Loops.gather(words, gather.word(), starts, households, into);
      case Object into -> Loops.gather(words, gather.word(), starts, households, (long[]) into);
    }
  }

  private void sum(StateCode.Sum sum, int households, int from, int rows) {
    Filing.widen(arrays[sum.of().index()], sum.isOfPopulation() ? from : 0, rows, cents);
    switch (arrays[sum.into().index()]) {
      case byte[] into -> Loops.sums(cents, starts, households, into);
      case int[] into -> Loops.sums(cents, starts, households, into);
      case Object into -> Loops.sums(cents, starts, households, (long[]) into);
    }
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

  private void charge(int firstHousehold, int households) {
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

  private void explain(int firstHousehold, int households) {
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
