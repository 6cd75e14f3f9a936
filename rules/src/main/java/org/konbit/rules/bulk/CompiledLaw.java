package org.konbit.rules.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.screening.Screener;

/**
 * The law of one date, compiled for one population. Safe for use by several threads; a run may be
 * repeated and gives the same outcomes on any number of threads.
 */
public final class CompiledLaw {
  private static final ThreadFactory DAEMONS = Thread.ofPlatform().daemon().factory();

  private final Screener screener;
  private final Population population;
  private final LocalDate date;
  private final Map<Long, StateLaw> laws;
  private final int[] chunks;

  CompiledLaw(Screener screener, Population population, LocalDate date, Map<Long, StateLaw> laws) {
    this.screener = screener;
    this.population = population;
    this.date = date;
    this.laws = Map.copyOf(laws);
    this.chunks = chunks(population);
  }

  // The first household of each chunk, then the number of all: a chunk is of one state.
  private static int[] chunks(Population population) {
    var firsts = new ArrayList<Integer>();
    var states = Reader.of(population, Vocabulary.STATE);
    int first = 0;
    for (int household = 0; household < population.households(); household++) {
      int rows = population.firstPerson(household) - population.firstPerson(first);
      boolean isOther = household > 0 && states.at(household) != states.at(household - 1);
      if (household == 0 || rows >= Slots.ROWS || isOther) {
        first = household;
        firsts.add(household);
      }
    }
    firsts.add(population.households());
    return firsts.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Decides everyone on all processors. */
  public Outcomes decide() {
    return decide(Runtime.getRuntime().availableProcessors());
  }

  /**
   * Decides everyone.
   *
   * @param threads how many work at the same time
   * @throws org.konbit.rules.expression.RuleCannotBeEvaluated if a rule ends in an error for
   *     anyone: a number that leaves people out is none
   */
  public Outcomes decide(int threads) {
    var outcomes = new Outcomes(population, date, screener.packs().programs());
    laws.values().forEach(law -> outcomes.open(law.programs()));
    var next = new AtomicInteger();
    var workers = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < threads; i++) {
      workers.add(() -> work(outcomes, next));
    }
    try (var pool = Executors.newFixedThreadPool(threads, DAEMONS)) {
      for (Future<Boolean> worker : pool.invokeAll(workers)) {
        worker.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The run was interrupted.");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException rule ? rule : new IllegalStateException(e);
    }
    return outcomes;
  }

  private boolean work(Outcomes outcomes, AtomicInteger next) {
    var workers = new HashMap<Long, Worker>();
    var explained = new Explained(screener, population);
    int last = chunks.length - 1;
    for (int chunk = next.getAndIncrement(); chunk < last; chunk = next.getAndIncrement()) {
      try {
        decide(chunk, workers, explained, outcomes);
      } catch (RuntimeException e) {
        // The others need not finish what nobody will see.
        next.set(last);
        throw e;
      }
    }
    return true;
  }

  private void decide(
      int chunk, Map<Long, Worker> workers, Explained explained, Outcomes outcomes) {
    int first = chunks[chunk];
    int last = chunks[chunk + 1] - 1;
    long state = BulkLaw.stateOf(population, first);
    var law = laws.get(state);
    if (law == null) {
      for (int household = first; household <= last; household++) {
        explained.decide(household, outcomes);
      }
      return;
    }
    workers.computeIfAbsent(state, _ -> new Worker(law, outcomes, explained)).decide(first, last);
  }

  /** Whether the other decides the same people by the same code. */
  boolean isSameAs(CompiledLaw other) {
    return population == other.population && date.equals(other.date) && laws.equals(other.laws);
  }

  /** The class files of the compiled loops, for who wants to look at them. */
  List<byte[]> classFiles() {
    return laws.values().stream().map(law -> law.code().classFile()).toList();
  }

  List<StateLaw> laws() {
    return List.copyOf(laws.values());
  }
}
