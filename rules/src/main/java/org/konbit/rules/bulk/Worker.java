package org.konbit.rules.bulk;

import java.util.List;
import org.konbit.rules.household.Household;

/**
 * Decides chunks of one state's households, one after another, in one thread. What it needs is made
 * once; deciding a chunk allocates nothing, but for households that must be explained.
 */
final class Worker {
  private final StateLaw law;
  private final Population population;
  private final Outcomes outcomes;
  private final Explained explained;
  private final Object[] arrays;
  private final int[] first;
  private final int[] starts;
  private final Kernel kernel;
  private final List<StateLaw.Gather> gathers;
  private final int[] loopStages;
  private final int stages;
  private final Steps steps;
  private final Put[] puts;
  private final Shared[] shared;
  private final Cell best;
  private final Cell alone;
  private final Cell open;

  /** What is told of one program: where it stands for a chunk, and where in the outcomes. */
  private record Put(Cell yes, Cell premium, Cell amount, boolean isOnlyPremium, int place) {}

  /** Premiums paid together. */
  private record Shared(Cell cents, Cell maximum) {}

  Worker(StateLaw law, Outcomes outcomes, Explained explained, int rows) {
    this.law = law;
    this.outcomes = outcomes;
    this.explained = explained;
    population = law.population();
    int room = rows + Household.MAX_MEMBERS;
    arrays = law.arena().arrays(room);
    first = new int[room];
    starts = new int[room + 1];
    kernel = law.kernel(arrays, room);
    gathers = law.gathers();
    stages = law.stages();
    steps = law.steps();
    loopStages = law.loops().stream().mapToInt(Schedule.Loop::stage).toArray();
    puts = law.programs().told().stream().map(this::put).toArray(Put[]::new);
    shared =
        law.programs().groups().stream()
            .map(group -> new Shared(cell(group.cents()), cell(group.maximum())))
            .toArray(Shared[]::new);
    best = cell(law.programs().best());
    alone = cell(law.programs().alone());
    open = cell(law.programs().open());
  }

  private Put put(Programs.Told told) {
    boolean isOnly = told.onlyPremium().isPresent();
    return new Put(
        cell(told.yes()),
        isOnly ? Cell.same(Programs.NO_FIGURE) : cell(told.premium()),
        cell(told.amount()),
        isOnly,
        outcomes.program(told.program().id()));
  }

  private Cell cell(Node node) {
    return node.isConstant()
        ? Cell.same(node.number())
        : Cell.of(arrays[law.arena().scratch(node).index()]);
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
    lay(firstHousehold, households, from);
    kernel.read(firstHousehold, lastHousehold);
    int loop = 0;
    int gather = 0;
    for (int stage = 0; stage < stages; stage++) {
      while (gather < gathers.size() && gathers.get(gather).stage() == stage) {
        gather(gathers.get(gather++), households);
      }
      while (loop < loopStages.length && loopStages[loop] == stage) {
        steps.run(loop++, arrays, first, from, rows);
      }
    }
  }

  private void lay(int firstHousehold, int households, int from) {
    for (int i = 0; i < households; i++) {
      int start = population.firstPerson(firstHousehold + i) - from;
      int end = population.firstPerson(firstHousehold + i + 1) - from;
      starts[i] = start;
      for (int row = start; row < end; row++) {
        first[row] = start;
      }
      starts[i + 1] = end;
    }
  }

  private void gather(StateLaw.Gather gather, int households) {
    var claims = (byte[]) arrays[gather.claim().index()];
    var into = arrays[gather.into().index()];
    switch (gather.into().cells()) {
      case BYTES -> Loops.gather(claims, starts, households, (byte[]) into);
      case INTS -> Loops.gather(claims, starts, households, (int[]) into);
      case LONGS -> Loops.gather(claims, starts, households, (long[]) into);
      case SHORTS -> throw new IllegalStateException("Nothing is kept in short cells.");
    }
  }

  private void tell(Put put, int from, int rows) {
    if (put.yes().isSame()) {
      if (put.yes().at(0) != 0) {
        outcomes.eligibleBits(put.place()).fill(from, rows);
      }
    } else {
      outcomes.eligibleBits(put.place()).write(from, put.yes().bytes(), rows);
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
    cell.copy(into, from, rows);
  }

  private void best(int from, int rows) {
    short[] into = outcomes.bestOf();
    for (int row = 0; row < rows; row++) {
      into[from + row] = (short) best.at(row);
    }
  }

  private void charge(int firstHousehold, int households) {
    for (int household = 0; household < households; household++) {
      long cents = 0;
      for (int row = starts[household]; row < starts[household + 1]; row++) {
        cents += alone.at(row);
      }
      for (int i = 0; i < shared.length; i++) {
        cents += together(shared[i], starts[household], starts[household + 1]);
      }
      outcomes.premium(firstHousehold + household, cents);
    }
  }

  private static long together(Shared group, int start, int end) {
    long sum = 0;
    long maximum = -1;
    for (int row = start; row < end; row++) {
      sum += group.cents().at(row);
      maximum = Math.max(maximum, group.maximum().at(row));
    }
    return maximum < 0 ? sum : Math.min(sum, maximum);
  }

  private void explain(int firstHousehold, int households) {
    var incomplete = law.incomplete();
    boolean isAnyIncomplete = !incomplete.isEmpty();
    if (!isAnyIncomplete && open.isSame() && open.at(0) == 0) {
      return;
    }
    for (int household = 0; household < households; household++) {
      boolean isOpen = isAnyIncomplete && incomplete.get(firstHousehold + household);
      for (int row = starts[household]; row < starts[household + 1]; row++) {
        isOpen |= open.at(row) != 0;
      }
      if (isOpen) {
        explained.decide(firstHousehold + household, outcomes);
      }
    }
  }
}
