package org.konbit.simulation.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.konbit.rules.bulk.Population;
import org.konbit.rules.household.Vocabulary;
import org.konbit.simulation.family.Families;
import org.konbit.simulation.microdata.Block;
import org.konbit.simulation.microdata.Microdata;
import org.konbit.simulation.status.StatusModel;

/** One run: the same people under the law in force, and under each of some reforms of it. */
public final class Simulation {
  private static final int LAW = 0;
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private final Microdata people;
  private final Vocabulary vocabulary;
  private final Evaluation texts;
  private final List<Settings> bills;
  private final Settings settings;
  private final StatusModel statuses;

  /**
   * Several reforms, each held against the same law in force and the same people: these are drawn,
   * and decided by the law in force, once for all.
   *
   * @param vocabulary that knows at least what those of the law and of all reforms do
   * @param texts the law in force, then the reforms
   * @param bills what was asked of each reform: alike for all, but for the share a state pays
   */
  public Simulation(
      Microdata people, Vocabulary vocabulary, Evaluation texts, List<Settings> bills) {
    this.people = people;
    this.vocabulary = vocabulary;
    this.texts = texts;
    this.bills = List.copyOf(bills);
    this.settings = bills.getFirst();
    if (texts.texts().size() != bills.size() + 1) {
      throw new IllegalArgumentException(
          "There are (%d) reforms and (%d) settings."
              .formatted(texts.texts().size() - 1, bills.size()));
    }
    if (!bills.stream().allMatch(settings::isAlike)) {
      throw new IllegalArgumentException("Reforms of one run have the same days and draws.");
    }
    this.statuses =
        StatusModel.fitted(people, settings.assumptions(), settings.before(), settings.seed());
  }

  /** The model that draws statuses, as it was fitted to these people. */
  public StatusModel statuses() {
    return statuses;
  }

  /** Turns homes into households as this run does. */
  public Families families() {
    return new Families(
        vocabulary, statuses, settings.assumptions(), settings.before(), settings.seed());
  }

  /**
   * Runs it on the threads of the common pool; their number changes no digit.
   *
   * @param progress is told the part that is done, 0 to 1, now and then and from any thread
   * @return the results of every reform, in their order
   */
  public List<Results> run(DoubleConsumer progress) {
    var groups = new Groups(people);
    var accountings =
        IntStream.range(0, bills.size()).mapToObj(bill -> accounting(groups, bill)).toList();
    var batches = batches();
    // Few batches leave threads over, which then share what there is to decide in each.
    int threads = Math.ceilDiv(2 * PROCESSORS, batches.size());
    var done = new AtomicInteger();
    int all = batches.size() * settings.draws();
    var draws = new ArrayList<List<Tally>>();
    for (int number = 0; number < settings.draws(); number++) {
      int draw = number;
      var parts =
          batches.parallelStream()
              .map(batch -> {
                var part = part(accountings, batch, draw, threads);
                progress.accept(done.incrementAndGet() / (double) all);
                return part;
              })
              .toList();
      draws.add(
          IntStream.range(0, bills.size())
              .mapToObj(bill ->
                  parts.stream()
                      .map(part -> part.get(bill))
                      .reduce(new Tally(groups.all().size(), people.hasReplicates()), Tally::plus))
              .toList());
    }
    return IntStream.range(0, bills.size())
        .mapToObj(bill -> Results.of(groups, draws.stream().map(draw -> draw.get(bill)).toList()))
        .toList();
  }

  private Accounting accounting(Groups groups, int bill) {
    var of = bills.get(bill);
    var takeUp = new TakeUp(of.assumptions(), of.after(), of.year(), of.outreach(), of.isOverrun());
    var programs = texts.texts();
    return new Accounting(
        groups, takeUp, programs.get(LAW), programs.get(bill + 1), of.stateSharePercent() / 100.0);
  }

  // Of one state each, where homes come state by state: the law of one is compiled apart.
  private List<List<Block>> batches() {
    var batches = new ArrayList<List<Block>>();
    var batch = new ArrayList<Block>();
    for (Block block : people.blocks()) {
      boolean isFull = batch.size() == texts.blocksAtOnce();
      if (isFull || (!batch.isEmpty() && !batch.getLast().states().equals(block.states()))) {
        batches.add(List.copyOf(batch));
        batch.clear();
      }
      batch.add(block);
    }
    batches.add(List.copyOf(batch));
    return batches;
  }

  private List<Tally> part(List<Accounting> accountings, List<Block> batch, int draw, int threads) {
    var drawn = families().of(batch, draw);
    var decisions = decide(drawn.population(), threads);
    var reforms = decisions.subList(1, decisions.size());
    return Accounting.tally(
        accountings, drawn.rows(), decisions.get(LAW), reforms, people.hasReplicates());
  }

  private List<Evaluation.Decisions> decide(Population population, int threads) {
    var reforms = IntStream.rangeClosed(1, bills.size()).boxed();
    if (settings.before().equals(settings.after())) {
      var all = Stream.concat(Stream.of(LAW), reforms).toList();
      return texts.decide(population, settings.before(), all, threads);
    }
    var decisions =
        new ArrayList<>(texts.decide(population, settings.before(), List.of(LAW), threads));
    decisions.addAll(texts.decide(population, settings.after(), reforms.toList(), threads));
    return decisions;
  }
}
