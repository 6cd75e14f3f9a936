package org.konbit.rules.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.konbit.rules.command.ExitStatus;
import org.konbit.rules.command.WrongUsage;
import org.konbit.rules.overview.Matrices;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.screening.NotCovered;
import org.konbit.rules.screening.Screener;
import org.konbit.rules.text.Spelling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules matrix}. */
@Command(
    name = "matrix",
    mixinStandardHelpOptions = true,
    description = "Who can get what, by immigration status.")
final class MatrixCommand implements Callable<Integer> {
  /** How the table is written. */
  enum Format {
    text,
    csv,
    html
  }

  private final Terminal terminal;

  @Option(names = "--state", required = true, paramLabel = "STATE", description = "MA or CT.")
  private String state = "";

  @Option(names = "--as-of", paramLabel = "DATE", description = "The day; today by default.")
  private Optional<LocalDate> asOf = Optional.empty();

  @Option(names = "--age", paramLabel = "N", description = "One person of this age only.")
  private Optional<Integer> age = Optional.empty();

  @Option(
      names = "--percent",
      paramLabel = "N",
      defaultValue = "100",
      description = "Income in percent of the poverty guideline (${DEFAULT-VALUE} by default).")
  private int percent;

  @Option(
      names = "--program",
      paramLabel = "ID",
      description = "One program’s outcomes in place of the best coverage.")
  private Optional<String> program = Optional.empty();

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}; csv has every program.")
  private Format format = Format.text;

  @Mixin private PacksOption packs = new PacksOption();

  MatrixCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var law = packs.load(terminal);
    check(law);
    var profiles = age.map(Matrices::profiles).orElseGet(Matrices::profiles);
    try {
      var matrix =
          new Matrices(new Screener(law))
              .of(state, asOf.orElseGet(terminal::today), percent, profiles);
      var text = new MatrixText(matrix, new Wording(law));
      terminal.print(
          switch (format) {
            case csv -> text.csv();
            case html -> text.html();
            case text -> program.map(text::program).orElseGet(text::best);
          });
      return ExitStatus.ANSWERED;
    } catch (NotCovered e) {
      throw new WrongUsage(String.valueOf(e.getMessage()), e);
    }
  }

  private void check(RulePacks law) {
    States.check(law, state);
    if (percent < 0 || percent > 10_000) {
      throw new WrongUsage("The percentage (%d) is not from 0 to 10000.".formatted(percent));
    }
    if (age.filter(years -> years < 0 || years > 120).isPresent()) {
      throw new WrongUsage("The age (%d) is not from 0 to 120.".formatted(age.get()));
    }
    program
        .filter(id -> law.program(id).isEmpty())
        .ifPresent(id -> {
          var ids = law.programs().stream().map(found -> found.id()).toList();
          var near = Spelling.nearest(id, ids).map("\nDid you mean %s?"::formatted).orElse("");
          throw new WrongUsage("No program has the id (%s).%s".formatted(id, near));
        });
  }
}
