package org.konbit.rules.bulk;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides chunks of one state's households, one after another, in one thread. What it needs is made
 * once; deciding a chunk allocates nothing, but for households that must be explained.
 */
final class Worker {
  private final StateLaw law;
  private final Arena arena;
  private final Population population;
  private final List<Teller> tellers = new ArrayList<>();
  private final Object[] arrays;
  private final int[] first;
  private final int[] starts;
  private final Kernel kernel;
  private final List<StateCode.Stage> stages;
  private final List<Schedule.Loop> loops;
  private final Filing filing;
  private final Steps steps;
  private final boolean readsHouseholds;
  private final long[] words;
  private final long[] cents = new long[Slots.ROOM];

  /** A worker; who tells what it calculates is added. */
  Worker(StateLaw law) {
    this.law = law;
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
  }

  /** From now on one text's outcomes are written down too. */
  Worker telling(Programs programs, Outcomes outcomes, Explained explained) {
    tellers.add(new Teller(programs, arena, arrays, outcomes, explained));
    return this;
  }

  /** Whether anything of it is written down. */
  boolean isTelling() {
    return !tellers.isEmpty();
  }

  /** Decides these households. */
  void decide(int firstHousehold, int lastHousehold) {
    calculate(firstHousehold, lastHousehold);
    tell(firstHousehold, lastHousehold);
    for (int i = 0; i < tellers.size(); i++) {
      tellers.get(i).explain(firstHousehold, starts, lastHousehold - firstHousehold + 1, law);
    }
  }

  /** Writes down the outcomes of what was calculated last. */
  void tell(int firstHousehold, int lastHousehold) {
    int from = population.firstPerson(firstHousehold);
    for (int i = 0; i < tellers.size(); i++) {
      tellers.get(i).tell(firstHousehold, starts, lastHousehold - firstHousehold + 1, from);
    }
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
}
