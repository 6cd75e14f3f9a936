package org.konbit.rules.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.konbit.rules.household.Vocabulary;

/**
 * The law of one date, compiled for one population. Safe for use by several threads; a run may be
 * repeated and gives the same outcomes on any number of threads.
 */
public final class CompiledLaw {
  private static final ThreadFactory DAEMONS = Thread.ofPlatform().daemon().factory();

  private final List<BulkLaw> texts;
  private final Population population;
  private final LocalDate date;
  private final Map<Long, List<StateLaw>> laws;
  private final int[] chunks;

  private CompiledLaw(
      List<BulkLaw> texts, Population population, LocalDate date, Map<Long, List<StateLaw>> laws) {
    this.texts = texts;
    this.population = population;
    this.date = date;
    this.laws = laws;
    this.chunks = chunks(population);
  }

  /**
   * Some texts' law for a population.
   *
   * @param codes by the states' words
   * @param outline that they were compiled for, and the population lies within
   */
  static CompiledLaw of(
      List<BulkLaw> texts,
      Map<Long, List<StateCode>> codes,
      Outline outline,
      Population population,
      LocalDate date) {
    var laws = new HashMap<Long, List<StateLaw>>();
    codes.forEach((state, ofState) ->
        laws.put(
            state, ofState.stream().map(code -> StateLaw.of(code, outline, population)).toList()));
    return new CompiledLaw(texts, population, date, laws);
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
    return decideAll(threads).getFirst();
  }

  /** Decides everyone by every text, in their order; texts that come to the same share outcomes. */
  List<Outcomes> decideAll(int threads) {
    var same = new TreeMap<Integer, Integer>();
    var own = new ArrayList<Integer>();
    for (int number = 0; number < texts.size(); number++) {
      int text = number;
      own.stream()
          .filter(other -> isSame(other, text))
          .findFirst()
          .ifPresentOrElse(other -> same.put(text, other), () -> own.add(text));
    }
    var outcomes = new TreeMap<>(decide(own, threads));
    var explained = new ArrayList<Integer>();
    same.forEach((number, other) -> {
      var known = Objects.requireNonNull(outcomes.get(other));
      if (known.householdsExplained() == 0) {
        outcomes.put(number, known.of(texts.get(number).packs().programs()));
      } else {
        // A household that was explained was so by the other's packs.
        explained.add(number);
      }
    });
    outcomes.putAll(decide(explained, threads));
    return List.copyOf(outcomes.values());
  }

  private boolean isSame(int number, int other) {
    return laws.values().stream()
        .flatMap(List::stream)
        .map(law -> law.code().texts())
        .allMatch(of -> {
          var one = of.get(number);
          var another = of.get(other);
          if (one == null || another == null) {
            return of.containsKey(number) == of.containsKey(other);
          }
          return one.isSameAs(another);
        });
  }

  private Map<Integer, Outcomes> decide(List<Integer> numbers, int threads) {
    var outcomes = new TreeMap<Integer, Outcomes>();
    for (int number : numbers) {
      var made = new Outcomes(population, date, texts.get(number).packs().programs());
      outcomes.put(number, made);
      all()
          .forEach(
              law -> Optional.ofNullable(law.code().texts().get(number)).ifPresent(made::open));
    }
    if (numbers.isEmpty()) {
      return outcomes;
    }
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

  private boolean work(Map<Integer, Outcomes> outcomes, AtomicInteger next) {
    var workers = new HashMap<Long, List<Worker>>();
    var explained = new TreeMap<Integer, Explained>();
    outcomes
        .keySet()
        .forEach(number ->
            explained.put(number, new Explained(texts.get(number).screener(), population)));
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
      int chunk,
      Map<Long, List<Worker>> workers,
      Map<Integer, Explained> explained,
      Map<Integer, Outcomes> outcomes) {
    int first = chunks[chunk];
    int last = chunks[chunk + 1] - 1;
    long state = BulkLaw.stateOf(population, first);
    var ofState = laws.getOrDefault(state, List.of());
    for (Worker worker :
        workers.computeIfAbsent(state, _ -> workers(ofState, explained, outcomes))) {
      worker.decide(first, last);
    }
    explained.forEach((number, one) -> {
      if (ofState.stream().noneMatch(law -> law.code().texts().containsKey(number))) {
        for (int household = first; household <= last; household++) {
          one.decide(household, Objects.requireNonNull(outcomes.get(number)));
        }
      }
    });
  }

  private static List<Worker> workers(
      List<StateLaw> laws, Map<Integer, Explained> explained, Map<Integer, Outcomes> outcomes) {
    var workers = new ArrayList<Worker>();
    for (StateLaw law : laws) {
      var worker = new Worker(law);
      law.code()
          .texts()
          .forEach((number, programs) -> {
            if (outcomes.containsKey(number)) {
              worker.telling(
                  programs,
                  Objects.requireNonNull(outcomes.get(number)),
                  Objects.requireNonNull(explained.get(number)));
            }
          });
      if (worker.isTelling()) {
        workers.add(worker);
      }
    }
    return workers;
  }

  /** The class files of the compiled loops, for who wants to look at them. */
  List<byte[]> classFiles() {
    return all().map(law -> law.code().classFile()).toList();
  }

  List<StateLaw> laws() {
    return all().toList();
  }

  private Stream<StateLaw> all() {
    return laws.values().stream().flatMap(List::stream);
  }
}
