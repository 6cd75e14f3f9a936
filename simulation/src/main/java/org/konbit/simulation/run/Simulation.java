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

/** One run: the same people under two texts of the law. */
public final class Simulation {
  private final Microdata people;
  private final Vocabulary vocabulary;
  private final Evaluation law;
  private final Evaluation reform;
  private final Settings settings;
  private final StatusModel statuses;

  /**
   * @param vocabulary of the packs of the reform, which knows at least what the law's does
   */
  public Simulation(
      Microdata people,
      Vocabulary vocabulary,
      Evaluation law,
      Evaluation reform,
      Settings settings) {
    this.people = people;
    this.vocabulary = vocabulary;
    this.law = law;
    this.reform = reform;
    this.settings = settings;
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
    var groups = new Groups(people);
    var takeUp =
        new TakeUp(
            settings.assumptions(),
            settings.after(),
            settings.year(),
            settings.outreach(),
            settings.isOverrun());
    var accounting =
        new Accounting(
            groups,
            takeUp,
            law.programs(),
            reform.programs(),
            settings.stateSharePercent() / 100.0);
    var batches = batches();
    var done = new AtomicInteger();
    int all = batches.size() * settings.draws();
    var draws = new ArrayList<Tally>();
    for (int number = 0; number < settings.draws(); number++) {
      int draw = number;
      var parts =
          batches.parallelStream()
              .map(batch -> {
                var part = part(accounting, batch, draw);
                progress.accept(done.incrementAndGet() / (double) all);
                return part;
              })
              .toList();
      draws.add(
          parts.stream()
              .reduce(new Tally(groups.all().size(), people.hasReplicates()), Tally::plus));
    }
    return Results.of(groups, draws);
  }

  private List<List<Block>> batches() {
    int size = Math.max(law.blocksAtOnce(), reform.blocksAtOnce());
    var blocks = people.blocks();
    return IntStream.iterate(0, from -> from < blocks.size(), from -> from + size)
        .mapToObj(from -> blocks.subList(from, Math.min(from + size, blocks.size())))
        .toList();
  }

  private Tally part(Accounting accounting, List<Block> batch, int draw) {
    var drawn = families().of(batch, draw);
    var before = law.decide(drawn.population(), settings.before());
    var after = reform.decide(drawn.population(), settings.after());
    return accounting.tally(drawn.rows(), before, after, people.hasReplicates());
  }
}
