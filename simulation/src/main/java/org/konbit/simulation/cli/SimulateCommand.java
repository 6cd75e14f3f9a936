package org.konbit.simulation.cli;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.konbit.rules.command.ExitStatus;
import org.konbit.rules.command.WrongUsage;
import org.konbit.rules.pack.RulePacks;
import org.konbit.simulation.microdata.Block;
import org.konbit.simulation.microdata.Serial;
import org.konbit.simulation.reform.Reform;
import org.konbit.simulation.reform.Reforms;
import org.konbit.simulation.report.CsvText;
import org.konbit.simulation.report.JsonText;
import org.konbit.simulation.report.Parquet;
import org.konbit.simulation.report.Run;
import org.konbit.simulation.report.TableText;
import org.konbit.simulation.run.Evaluations;
import org.konbit.simulation.run.Settings;
import org.konbit.simulation.run.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code simulate}. */
@Command(
    name = "konbit simulate",
    mixinStandardHelpOptions = true,
    description = {
      "What a reform would change for the people of Massachusetts and Connecticut, for how many and at",
      "what cost. docs/method.md tells how."
    },
    footer = {
      "",
      "Exit status: 0 done, 1 the people could not be read, 2 wrong usage, 3 a rule could not be evaluated."
    })
final class SimulateCommand implements Callable<Integer> {
  /** How the result is written. */
  enum Format {
    table,
    json,
    csv,
    parquet
  }

  private final Console console;
  private final List<String> arguments;

  @Option(names = "--list", description = "Only list the reforms that come with Konbit.")
  private boolean list;

  @Option(
      names = "--reform",
      paramLabel = "ID|DIR",
      description = "A reform's id, or a folder with a reform.yaml and its packs.")
  private Optional<String> reform = Optional.empty();

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "MA or CT; may be given twice. All that the reform touches by default.")
  private List<String> states = new ArrayList<>();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The day for which the reform is read; today, or the reform’s first day.")
  private Optional<LocalDate> asOf = Optional.empty();

  @Option(
      names = "--before",
      paramLabel = "DATE",
      description = "The day for which the law in force is read; the same day by default.")
  private Optional<LocalDate> before = Optional.empty();

  @Mixin private PeopleOptions people = new PeopleOptions();
  @Mixin private RunOptions run = new RunOptions();

  @Option(
      names = "--packs",
      paramLabel = "DIR",
      description =
          "Packs laid over the shipped ones, below the reform. May be given several times.")
  private List<Path> packs = new ArrayList<>();

  @Option(names = "--format", defaultValue = "table", description = "${COMPLETION-CANDIDATES}.")
  private Format format = Format.table;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write there, whole or not at all; standard output by default.")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description = "Also write what is needed to make this very run again.")
  private Optional<Path> manifest = Optional.empty();

  @Option(
      names = "--explain",
      paramLabel = "HOUSEHOLD",
      description = "Only show what changes for one home, and why, by its serial number.")
  private Optional<String> explain = Optional.empty();

  SimulateCommand(Console console, List<String> arguments) {
    this.console = console;
    this.arguments = arguments;
  }

  @Override
  public Integer call() {
    if (list) {
      Reforms.shipped()
          .forEach(one ->
              console.out().println("%-22s %s — %s".formatted(one.id(), one.title(), one.bill())));
      return ExitStatus.ANSWERED;
    }
    var named =
        reform.orElseThrow(
            () -> new WrongUsage("Which reform? Say --reform ID; --list names those there are."));
    if (format == Format.parquet && output.isEmpty()) {
      throw new WrongUsage("A Parquet file needs a name: --output FILE.");
    }
    try (var progress = new Progress(console.err())) {
      return simulate(named, progress);
    }
  }

  private int simulate(String named, Progress progress) {
    var below = below();
    progress.step("reading the law.");
    var law = RulePacks.shipped(below);
    var reformed = Reforms.laidOver(named, below);
    var settings = settings(reformed.reform());
    var touched = states(reformed.reform());
    var found =
        people.read(progress, touched, settings.assumptions(), settings.before(), settings.seed());
    var simulation =
        new Simulation(
            found.microdata(),
            reformed.law().vocabulary(),
            Evaluations.of(law),
            Evaluations.of(reformed.law()),
            settings);
    if (explain.isPresent()) {
      return explain(explain.get(), simulation, found, law, reformed.law(), settings);
    }
    var results = simulation.run(progress::done);
    write(
        new Run(
            reformed.reform(),
            present(found, touched),
            found.microdata(),
            settings,
            run.scenario(),
            law.digest(),
            reformed.law().digest(),
            simulation.statuses().controls(),
            found.fits(),
            results));
    return ExitStatus.ANSWERED;
  }

  // The people of a survey decide whose state is in the run.
  private static List<String> present(PeopleOptions.People found, List<String> touched) {
    var present =
        found.microdata().areas().stream().map(a -> a.substring(0, 2)).distinct().sorted().toList();
    return present.isEmpty() ? touched : present;
  }

  private List<Path> below() {
    var below = new ArrayList<Path>();
    Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(console.variable("KONBIT_RULEPACKS"))
        .filter(named -> !named.isBlank())
        .forEach(named -> below.add(Path.of(named)));
    below.addAll(packs);
    for (Path folder : below) {
      if (!Files.isDirectory(folder)) {
        throw new WrongUsage(
            "The rule packs (%s) are no folder.\nCheck --packs and KONBIT_RULEPACKS."
                .formatted(folder));
      }
    }
    return below;
  }

  private Settings settings(Reform of) {
    var today = console.today();
    var day = asOf.orElse(today.isBefore(of.from()) ? of.from() : today);
    if (day.isBefore(of.from())) {
      throw new WrongUsage(
          "The reform (%s) holds from (%s); (%s) is before it.\nChoose a later --as-of."
              .formatted(of.id(), of.from(), day));
    }
    return new Settings(
        before.orElse(day),
        day,
        run.seed(),
        run.draws(),
        run.year(),
        run.outreach(),
        run.overrun(),
        of.stateSharePercent(),
        run.assumptions());
  }

  private List<String> states(Reform of) {
    for (String state : states) {
      if (!List.of("CT", "MA").contains(state)) {
        throw new WrongUsage("The state (%s) is neither MA nor CT.".formatted(state));
      }
    }
    return states.isEmpty() ? of.states() : states.stream().distinct().sorted().toList();
  }

  private void write(Run done) {
    var text =
        switch (format) {
          case table -> TableText.of(done);
          case json -> JsonText.of(done);
          case csv, parquet -> CsvText.of(done);
        };
    if (output.isEmpty()) {
      console.out().print(text);
    } else if (format == Format.parquet) {
      Outlet.write(output.get(), file -> Parquet.write(done, file));
    } else {
      Outlet.write(output.get(), file -> Files.writeString(file, text));
    }
    manifest.ifPresent(file -> {
      var results = Digest.of(CsvText.of(done).getBytes(StandardCharsets.UTF_8));
      Outlet.write(
          file, part -> Files.writeString(part, JsonText.manifest(done, arguments, results)));
    });
  }

  private int explain(
      String serial,
      Simulation simulation,
      PeopleOptions.People found,
      RulePacks law,
      RulePacks reformed,
      Settings settings) {
    var code =
        Serial.of(serial)
            .orElseThrow(() ->
                new WrongUsage(
                    "(%s) is no serial number such as 2023HU0000001 or SYN0000000001."
                        .formatted(serial)))
            .code();
    for (Block block : found.microdata().blocks()) {
      for (int home = 0; home < block.homes(); home++) {
        if (block.serial(home) == code) {
          var drawn = simulation.families().of(block, home, 0).population();
          if (drawn.households() == 0) {
            throw new WrongUsage(
                "The home (%s) is an institution, which is left out.".formatted(serial));
          }
          var household =
              drawn.household(0, settings.before(), reformed.vocabulary(), reformed::word);
          var about =
              (found.microdata().isSynthetic() ? "SYNTHETIC home " : "Survey home ") + serial;
          console
              .out()
              .print(new Explanation(law, reformed, settings.after()).of(about, household));
          return ExitStatus.ANSWERED;
        }
      }
    }
    throw new WrongUsage("No home of these people has the serial number (%s).".formatted(serial));
  }
}
