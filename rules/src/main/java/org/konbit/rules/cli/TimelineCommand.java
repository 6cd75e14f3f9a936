package org.konbit.rules.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.konbit.rules.command.ExitStatus;
import org.konbit.rules.command.WrongUsage;
import org.konbit.rules.overview.LawChange;
import org.konbit.rules.overview.LawTimeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules timeline}. */
@Command(
    name = "timeline",
    mixinStandardHelpOptions = true,
    description = "Every dated change of law that the packs hold.")
final class TimelineCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--state",
      defaultValue = "",
      paramLabel = "STATE",
      description = "MA or CT, with federal law; all places where it is left out.")
  private String state = "";

  @Option(names = "--from", required = true, paramLabel = "DATE", description = "The first day.")
  private LocalDate from = LocalDate.EPOCH;

  @Option(names = "--to", required = true, paramLabel = "DATE", description = "The last day.")
  private LocalDate to = LocalDate.EPOCH;

  @Mixin private PacksOption packs = new PacksOption();

  TimelineCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (to.isBefore(from)) {
      throw new WrongUsage("The last day (%s) is before the first (%s).".formatted(to, from));
    }
    var law = packs.load(terminal);
    if (!state.isEmpty()) {
      States.check(law, state);
    }
    var sheet = new Sheet();
    var day = LocalDate.MIN;
    for (LawChange change : new LawTimeline(law).between(state, from, to)) {
      if (!change.date().equals(day)) {
        sheet.line(0, change.date().toString());
        day = change.date();
      }
      add(sheet, change);
    }
    terminal.print(sheet.toString());
    return ExitStatus.ANSWERED;
  }

  private static void add(Sheet sheet, LawChange change) {
    var unverified = change.isUnverified() ? ", unverified" : "";
    sheet.hanging(
        2,
        "",
        "%s %s (%s:%d) [%s%s]"
            .formatted(
                change.what().word(),
                change.id(),
                change.file(),
                change.line(),
                change.cite(),
                unverified));
    var unit = change.unit().isEmpty() ? "" : " " + change.unit();
    if (!change.before().isEmpty()) {
      sheet.hanging(4, "until then: ", change.before() + unit);
    }
    sheet.hanging(4, "from then:  ", change.after().isEmpty() ? "no more" : change.after() + unit);
  }
}
