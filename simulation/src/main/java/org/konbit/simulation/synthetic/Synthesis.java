package org.konbit.simulation.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.konbit.simulation.figures.Assumptions;
import org.konbit.simulation.figures.Margins;
import org.konbit.simulation.microdata.Microdata;
import org.konbit.simulation.microdata.MicrodataBuilder;

/** Makes the synthetic population. */
public final class Synthesis {
  /** Fewer people than this leave totals without anybody. */
  public static final int LEAST = 5_000;

  /** More are refused. */
  public static final int MOST = 20_000_000;

  private static final int BLOCK = 4_096;
  private static final double PER_HOME = 2.29;

  private Synthesis() {}

  /**
   * How near a published total came.
   *
   * @param miss the relative distance: 0.01 is one percent too many
   */
  public record Fit(String margin, String cell, double wanted, double reached, double miss) {}

  /** A population, and how near each published total came. */
  public record Made(Microdata microdata, List<Fit> fits) {}

  /** One block's homes. */
  private record Part(String state, long firstNumber, int homes, float weight) {}

  /**
   * Makes about so many people in these states, in proportion to their sizes.
   *
   * @param people {@link #LEAST} to {@link #MOST}
   * @param day for which they are made; years of entry count back from it
   */
  public static Made make(
      List<String> states, int people, Assumptions assumptions, LocalDate day, long seed) {
    if (people < LEAST || people > MOST) {
      throw new IllegalArgumentException(
          "A synthetic population has %d to %d people, not (%d).".formatted(LEAST, MOST, people));
    }
    var areas =
        states.stream()
            .flatMap(state -> Margins.areas(state).stream().map(a -> state + a.name()))
            .toList();
    var parts = parts(states, people);
    var blocks =
        parts.parallelStream()
            .map(part -> {
              var maker = new HomeMaker(part.state(), assumptions, day, seed);
              var builder = new MicrodataBuilder(areas);
              for (int i = 0; i < part.homes(); i++) {
                maker.make(part.firstNumber() + i, part.weight(), builder);
              }
              return builder.blocks().getFirst();
            })
            .toList();
    var source = "SYNTHETIC people of %s, seed %d".formatted(String.join(" and ", states), seed);
    var made = new Microdata(source, true, areas, blocks);
    var margins = states.stream().flatMap(s -> PublishedMargins.of(s).stream()).toList();
    var fits =
        Raking.rake(made, margins).stream()
            .map(f -> new Fit(f.margin(), f.cell(), f.wanted(), f.reached(), f.miss()))
            .toList();
    return new Made(made, fits);
  }

  private static List<Part> parts(List<String> states, int people) {
    double all = states.stream().mapToDouble(Synthesis::residents).sum();
    var parts = new ArrayList<Part>();
    long next = 0;
    for (String state : states) {
      double here = people * residents(state) / all;
      int homes = (int) Math.max(1, Math.round(here / PER_HOME));
      float weight = (float) (residents(state) / here);
      long first = next;
      IntStream.iterate(0, from -> from < homes, from -> from + BLOCK)
          .forEach(from ->
              parts.add(new Part(state, first + from, Math.min(BLOCK, homes - from), weight)));
      next += homes;
    }
    return parts;
  }

  private static double residents(String state) {
    return Margins.ages(state).stream().mapToDouble(Margins.Age::people).sum();
  }
}
