package org.konbit.simulation.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.konbit.rules.command.WrongUsage;
import org.konbit.simulation.figures.Assumptions;
import org.konbit.simulation.microdata.Microdata;
import org.konbit.simulation.microdata.pums.PumsImport;
import org.konbit.simulation.synthetic.Synthesis;
import picocli.CommandLine.Option;

/** Whom a run is about: people of a survey, or made-up ones. */
final class PeopleOptions {
  private static final int ONE_PERCENT = 108_000;

  @Option(
      names = "--people",
      paramLabel = "FILE",
      description =
          "Person and household files of the American Community Survey (CSV, zip, gz or Parquet)."
              + " Given for each file. Without it the people are synthetic.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--size",
      paramLabel = "N",
      description =
          "How many synthetic people, 5,000 to 20,000,000; one percent of each state by default.")
  private int size;

  /** The people, and how near the totals of made-up ones came. */
  record People(Microdata microdata, List<Synthesis.Fit> fits) {}

  People read(
      Progress progress, List<String> states, Assumptions assumptions, LocalDate day, long seed) {
    if (files.isEmpty()) {
      return made(progress, states, assumptions, day, seed);
    }
    if (size != 0) {
      throw new WrongUsage("--size is for synthetic people; leave out --people or --size.");
    }
    int count = files.size();
    progress.step(count == 1 ? "reading 1 file." : "reading %d files.".formatted(count));
    var imported = PumsImport.read(files);
    var rejects = imported.rejects();
    if (rejects.lines() > 0) {
      rejects.first().forEach(reject -> progress.step("left out: " + reject));
      progress.step(
          "%,d lines could not be read; %,d homes with %,d people are left out."
              .formatted(rejects.lines(), rejects.homes(), rejects.persons()));
    }
    if (rejects.withoutPeople() > 0) {
      progress.step(
          "%,d homes of the household files have no people in the person files."
              .formatted(rejects.withoutPeople()));
    }
    return new People(imported.microdata(), List.of());
  }

  private People made(
      Progress progress, List<String> states, Assumptions assumptions, LocalDate day, long seed) {
    int people = size == 0 ? defaultSize(states) : size;
    if (people < Synthesis.LEAST || people > Synthesis.MOST) {
      throw new WrongUsage(
          "The size (%d) is not from %,d to %,d."
              .formatted(people, Synthesis.LEAST, Synthesis.MOST));
    }
    progress.step(
        "making %,d synthetic people of %s.".formatted(people, String.join(", ", states)));
    var made = Synthesis.make(states, people, assumptions, day, seed);
    return new People(made.microdata(), made.fits());
  }

  private static int defaultSize(List<String> states) {
    return states.size() > 1 ? ONE_PERCENT : states.contains("CT") ? 36_800 : 71_400;
  }
}
