package org.konbit.rules.cli;

import java.util.concurrent.Callable;
import org.konbit.rules.pack.PackProblems;
import org.konbit.rules.screening.Examples;
import org.konbit.rules.screening.Screener;
import org.konbit.rules.text.Problem;
import org.konbit.rules.text.Rendering;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code rules check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Checks every rule and runs every example that stands beside one.")
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private PacksOption packs = new PacksOption();

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try {
      var law = packs.load(terminal);
      var failures = new Examples(new Screener(law)).failures();
      for (Problem failure : failures) {
        terminal.print(Rendering.of(failure, law.text(failure.file())));
      }
      terminal.print(
          "%d programs, %d examples, %d failures%n"
              .formatted(law.programs().size(), law.examples().size(), failures.size()));
      return failures.isEmpty() ? ExitStatus.ANSWERED : ExitStatus.REFUSED;
    } catch (PackProblems e) {
      terminal.print(e.rendered() + "\n%d problems%n".formatted(e.problems().size()));
      return ExitStatus.REFUSED;
    }
  }
}
