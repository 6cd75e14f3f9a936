package org.konbit.simulation.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.konbit.rules.household.Vocabulary;
import org.konbit.simulation.family.Families;
import org.konbit.simulation.microdata.Block;
import org.konbit.simulation.microdata.Microdata;
import org.konbit.simulation.status.StatusModel;

/** One run: the same people under the law in force, and under each of some reforms of it. */
public final class Simulation {
  private final Microdata people;
  private final Vocabulary vocabulary;
  private final Evaluation law;
  private final List<Bill> bills;
  private final Settings settings;
  private final StatusModel statuses;

  /**
   * A text of the law with a reform.
   *
   * @param settings alike for all bills of a run, but for the share a state pays
   */
  public record Bill(Evaluation law, Settings settings) {}

  /**
   * @param vocabulary of the packs of the reform, which knows at least what the law's does
   */
  public Simulation(
      Microdata people,
      Vocabulary vocabulary,
      Evaluation law,
      Evaluation reform,
      Settings settings) {
    this(people, vocabulary, law, List.of(new Bill(reform, settings)));
  }

  /**
   * Several reforms, each held against the same law in force and the same people: these are drawn,
   * and decided by the law in force, once for all.
   *
   * @param vocabulary that knows at least what those of the law and of all reforms do
   */
  public Simulation(Microdata people, Vocabulary vocabulary, Evaluation law, List<Bill> bills) {
    this.people = people;
    this.vocabulary = vocabulary;
    this.law = law;
    this.bills = List.copyOf(bills);
    this.settings = bills.getFirst().settings();
    if (!bills.stream().allMatch(bill -> settings.isAlike(bill.settings()))) {
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
   */
  public Results run(DoubleConsumer progress) {
    return runAll(progress).getFirst();
  }

  /** As {@link #run}, the results of every reform in their order. */
  public List<Results> runAll(DoubleConsumer progress) {
    var groups = new Groups(people);
    var accountings = bills.stream().map(bill -> accounting(groups, bill)).toList();
    var batches = batches();
    var done = new AtomicInteger();
    int all = batches.size() * settings.draws();
    var draws = new ArrayList<List<Tally>>();
    for (int number = 0; number < settings.draws(); number++) {
      int draw = number;
      var parts =
          batches.parallelStream()
              .map(batch -> {
                var part = part(accountings, batch, draw);
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

  private Accounting accounting(Groups groups, Bill bill) {
    var of = bill.settings();
    var takeUp = new TakeUp(of.assumptions(), of.after(), of.year(), of.outreach(), of.isOverrun());
    return new Accounting(
        groups, takeUp, law.programs(), bill.law().programs(), of.stateSharePercent() / 100.0);
  }

  private List<List<Block>> batches() {
    int size = law.blocksAtOnce();
    for (Bill bill : bills) {
      size = Math.max(size, bill.law().blocksAtOnce());
    }
    int step = size;
    var blocks = people.blocks();
    return IntStream.iterate(0, from -> from < blocks.size(), from -> from + step)
        .mapToObj(from -> blocks.subList(from, Math.min(from + step, blocks.size())))
        .toList();
  }

  private List<Tally> part(List<Accounting> accountings, List<Block> batch, int draw) {
    var drawn = families().of(batch, draw);
    var before = law.decide(drawn.population(), settings.before());
    var tallies = new ArrayList<Tally>();
    for (int bill = 0; bill < bills.size(); bill++) {
      var after = bills.get(bill).law().decide(drawn.population(), settings.after());
      tallies.add(accountings.get(bill).tally(drawn.rows(), before, after, people.hasReplicates()));
    }
    return tallies;
  }
}
