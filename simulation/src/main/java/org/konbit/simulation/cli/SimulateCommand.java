package org.konbit.simulation.cli;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.konbit.simulation.run.Results;
import org.konbit.simulation.run.Settings;
import org.konbit.simulation.run.Simulation;
import org.konbit.simulation.status.StatusModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simulate}. */
@Command(
    name = "konbit simulate",
    mixinStandardHelpOptions = true,
    description = {
      "What a reform would change for the people of Massachusetts and Connecticut, for how many and"
          + " at",
      "what cost. docs/method.md tells how."
    },
    footer = {
      "",
      "Exit status: 0 done, 1 the people could not be read or a run made again is another, 2 wrong"
          + " usage,",
      "3 a rule could not be evaluated."
    })
final class SimulateCommand implements Callable<Integer> {
  private static final Set<String> BESIDE_AGAIN =
      Set.of("--again", "--format", "--output", "--manifest");

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
      description =
          "A reform's id, or a folder with a reform.yaml and its packs. Given several times, each"
              + " is held against the same law in force and the same people.")
  private List<String> reforms = new ArrayList<>();

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "MA or CT; may be given twice. All that the reforms touch by default.")
  private List<String> states = new ArrayList<>();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "The day for which the reform is read; today, or the last of the reforms’ first days.")
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
      description = "Also write what is needed to make this very run again, for --again.")
  private Optional<Path> manifest = Optional.empty();

  @Option(
      names = "--again",
      paramLabel = "MANIFEST",
      description =
          "Make the run of a manifest again, and check that nothing of it is another. Beside it"
              + " only --format, --output and --manifest.")
  private Optional<Path> again = Optional.empty();

  @Option(
      names = "--explain",
      paramLabel = "HOUSEHOLD",
      description = "Only show what changes for one home, and why, by its serial number.")
  private Optional<String> explain = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  // The run that this one must be, where it is made again.
  private Optional<Manifest> expected = Optional.empty();

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
    if (again.isPresent()) {
      return again(again.get());
    }
    if (reforms.isEmpty()) {
      throw new WrongUsage("Which reform? Say --reform ID; --list names those there are.");
    }
    if (format == Format.parquet && output.isEmpty()) {
      throw new WrongUsage("A Parquet file needs a name: --output FILE.");
    }
    try (var progress = new Progress(console.err())) {
      return simulate(progress);
    }
  }

  private int again(Path file) {
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptionsSet()) {
      if (!BESIDE_AGAIN.contains(option.longestName())) {
        throw new WrongUsage(
            "(%s) cannot stand beside --again: the manifest says all of a run.\nLeave it out."
                .formatted(option.longestName()));
      }
    }
    var made = Manifest.read(file);
    var one = new SimulateCommand(console, made.arguments());
    try {
      Cli.reading(one).parseArgs(made.arguments().toArray(String[]::new));
    } catch (ParameterException e) {
      throw new WrongUsage(
          "The manifest (%s) asks for what this Konbit does not know.\nUse Konbit (%s)."
              .formatted(file, made.version()),
          e);
    }
    // Of a run made on another day today is another day.
    one.before = Optional.of(made.before());
    one.asOf = Optional.of(made.after());
    one.expected = Optional.of(made);
    one.again = Optional.empty();
    one.format = format;
    one.output = output;
    one.manifest = manifest;
    return one.call();
  }

  private int simulate(Progress progress) {
    var below = below();
    progress.step("reading the law.");
    var law = RulePacks.shipped(below);
    var reformed =
        reforms.stream().distinct().map(named -> Reforms.laidOver(named, below)).toList();
    var asked = reformed.stream().map(Reforms.Reformed::reform).toList();
    var bills = asked.stream().map(reform -> settings(asked, reform)).toList();
    var settings = bills.getFirst();
    var touched = states(asked);
    var found =
        people.read(progress, touched, settings.assumptions(), settings.before(), settings.seed());
    var texts = Evaluations.of(law, reformed.stream().map(Reforms.Reformed::law).toList());
    var simulation = new Simulation(found.microdata(), Reforms.vocabulary(reformed), texts, bills);
    if (explain.isPresent()) {
      for (var one : reformed) {
        explain(explain.get(), simulation, found, law, one, settings);
      }
      return ExitStatus.ANSWERED;
    }
    expected.ifPresent(made -> requireSame(made, law, reformed, found, settings));
    var results = simulation.run(progress::done);
    var runs = new ArrayList<Run>();
    for (int i = 0; i < bills.size(); i++) {
      var about = bills.get(i);
      runs.add(
          run(reformed.get(i), law, about, found, touched, simulation.statuses(), results.get(i)));
    }
    write(runs);
    expected.ifPresent(_ ->
        progress.step("the same run: law, people, assumptions and results are the manifest's."));
    return ExitStatus.ANSWERED;
  }

  private static void requireSame(
      Manifest made,
      RulePacks law,
      List<Reforms.Reformed> reformed,
      PeopleOptions.People found,
      Settings settings) {
    made.requireSame(
        new Manifest.Digests(
            law.digest(),
            Reforms.together(reformed.stream().map(one -> one.law().digest())),
            found.microdata().digest(),
            assumed(settings)));
  }

  private Run run(
      Reforms.Reformed reformed,
      RulePacks law,
      Settings settings,
      PeopleOptions.People found,
      List<String> touched,
      StatusModel statuses,
      Results results) {
    return new Run(
        reformed.reform(),
        present(found, touched),
        found.microdata(),
        settings,
        run.scenario(),
        law.digest(),
        reformed.law().digest(),
        statuses.controls(),
        found.fits(),
        results);
  }

  private static String assumed(Settings settings) {
    return Digest.of(settings.assumptions().all().toString().getBytes(StandardCharsets.UTF_8));
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

  private Settings settings(List<Reform> all, Reform of) {
    var latest = all.stream().map(Reform::from).max(Comparator.naturalOrder()).orElseThrow();
    var today = console.today();
    var day = asOf.orElse(today.isBefore(latest) ? latest : today);
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

  private List<String> states(List<Reform> all) {
    for (String state : states) {
      if (!List.of("CT", "MA").contains(state)) {
        throw new WrongUsage("The state (%s) is neither MA nor CT.".formatted(state));
      }
    }
    return states.isEmpty()
        ? all.stream().flatMap(one -> one.states().stream()).distinct().toList()
        : states.stream().distinct().sorted().toList();
  }

  private void write(List<Run> done) {
    var results =
        expected.isPresent() || manifest.isPresent()
            ? Digest.of(CsvText.of(done).getBytes(StandardCharsets.UTF_8))
            : "";
    expected.ifPresent(made -> made.requireResults(results));
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
      var written =
          JsonText.manifest(done, arguments, assumed(done.getFirst().settings()), results);
      Outlet.write(file, part -> Files.writeString(part, written));
    });
  }

  private void explain(
      String serial,
      Simulation simulation,
      PeopleOptions.People found,
      RulePacks law,
      Reforms.Reformed reformed,
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
              drawn.household(
                  0, settings.before(), reformed.law().vocabulary(), reformed.law()::word);
          var about =
              (found.microdata().isSynthetic() ? "SYNTHETIC home " : "Survey home ") + serial;
          console
              .out()
              .print(new Explanation(law, reformed, settings.after()).of(about, household));
          return;
        }
      }
    }
    throw new WrongUsage("No home of these people has the serial number (%s).".formatted(serial));
  }
}
