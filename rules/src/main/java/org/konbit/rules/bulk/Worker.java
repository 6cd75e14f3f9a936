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
  private final Put[] puts;
  private final long[] sums;

  /** A column of a chunk, and where in the outcomes it belongs. */
  private record Put(Programs.Told told, int place) {}

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
    loopStages = law.loops().stream().mapToInt(Schedule.Loop::stage).toArray();
    puts =
        law.programs().told().stream()
            .map(told -> new Put(told, outcomes.program(told.program().id())))
            .toArray(Put[]::new);
    sums = new long[law.programs().groups().size()];
  }

  /** Decides these households. */
  void decide(int firstHousehold, int lastHousehold) {
    int from = population.firstPerson(firstHousehold);
    int rows = population.firstPerson(lastHousehold + 1) - from;
    calculate(firstHousehold, lastHousehold);
    for (Put put : puts) {
      tell(put, from, rows);
    }
    best(from, rows);
    charge(firstHousehold, lastHousehold);
    explain(firstHousehold, lastHousehold);
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
    for (int stage = 0; stage < law.stages(); stage++) {
      while (gather < gathers.size() && gathers.get(gather).stage() == stage) {
        gather(gathers.get(gather++), households);
      }
      while (loop < loopStages.length && loopStages[loop] == stage) {
        law.steps().run(loop++, arrays, first, from, rows);
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

  private Object stored(Node node) {
    return arrays[law.arena().scratch(node).index()];
  }

  private long at(Node node, int row) {
    if (node.isConstant()) {
      return node.number();
    }
    return switch (law.arena().scratch(node).cells()) {
      case BYTES -> ((byte[]) stored(node))[row];
      case SHORTS -> ((short[]) stored(node))[row];
      case INTS -> ((int[]) stored(node))[row];
      case LONGS -> ((long[]) stored(node))[row];
    };
  }

  private void tell(Put put, int from, int rows) {
    var yes = put.told().yes();
    if (yes.isConstant()) {
      if (yes.isConstant(1)) {
        outcomes.eligibleBits(put.place()).fill(from, rows);
      }
    } else {
      outcomes.eligibleBits(put.place()).write(from, (byte[]) stored(yes), rows);
    }
    if (put.told().onlyPremium().isEmpty()) {
      figures(put.told().premium(), from, rows, put.place(), true);
    }
    figures(put.told().amount(), from, rows, put.place(), false);
  }

  private void figures(Node node, int from, int rows, int place, boolean isPremium) {
    if (node.isConstant(Programs.NO_FIGURE)) {
      return;
    }
    int[] into = isPremium ? outcomes.premiumsOf(place) : outcomes.amountsOf(place);
    if (!node.isConstant() && law.arena().scratch(node).cells() == Cells.INTS) {
      System.arraycopy((int[]) stored(node), 0, into, from, rows);
      return;
    }
    for (int row = 0; row < rows; row++) {
      into[from + row] = (int) at(node, row);
    }
  }

  private void best(int from, int rows) {
    var node = law.programs().best();
    short[] into = outcomes.bestOf();
    for (int row = 0; row < rows; row++) {
      into[from + row] = (short) at(node, row);
    }
  }

  private void charge(int firstHousehold, int lastHousehold) {
    var programs = law.programs();
    int from = population.firstPerson(firstHousehold);
    for (int household = firstHousehold; household <= lastHousehold; household++) {
      int start = population.firstPerson(household) - from;
      int end = population.firstPerson(household + 1) - from;
      long cents = 0;
      for (int row = start; row < end; row++) {
        cents += at(programs.alone(), row);
      }
      for (int i = 0; i < sums.length; i++) {
        cents += shared(programs.groups().get(i), start, end);
      }
      outcomes.premium(household, cents);
    }
  }

  private long shared(Programs.Group group, int start, int end) {
    long sum = 0;
    long maximum = -1;
    for (int row = start; row < end; row++) {
      sum += at(group.cents(), row);
      maximum = Math.max(maximum, at(group.maximum(), row));
    }
    return maximum < 0 ? sum : Math.min(sum, maximum);
  }

  private void explain(int firstHousehold, int lastHousehold) {
    var open = law.programs().open();
    int from = population.firstPerson(firstHousehold);
    for (int household = firstHousehold; household <= lastHousehold; household++) {
      boolean isOpen = law.incomplete().get(household);
      int end = population.firstPerson(household + 1) - from;
      for (int row = population.firstPerson(household) - from; row < end; row++) {
        isOpen |= at(open, row) != 0;
      }
      if (isOpen) {
        explained.decide(household, outcomes);
      }
    }
  }
}
