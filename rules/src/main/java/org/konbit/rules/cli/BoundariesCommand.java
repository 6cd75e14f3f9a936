package org.konbit.rules.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.konbit.rules.command.ExitStatus;
import org.konbit.rules.command.WrongUsage;
import org.konbit.rules.overview.Boundaries;
import org.konbit.rules.overview.Boundary;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.program.Program;
import org.konbit.rules.screening.Screener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules boundaries}. */
@Command(
    name = "boundaries",
    mixinStandardHelpOptions = true,
    description = {
      "What every program says one dollar, one cent, one day and one birthday either side of each limit,",
      "found by trying, compared with what is kept beside the packs."
    })
final class BoundariesCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--state",
      defaultValue = "",
      paramLabel = "STATE",
      description = "MA or CT: this state’s programs only.")
  private String state = "";

  @Option(names = "--write", description = "Keep what is found now.")
  private boolean write;

  @Option(
      names = "--kept",
      paramLabel = "DIR",
      description =
          "The folder of the packs, where PLACE/boundaries/PROGRAM.txt are kept"
              + " (this project's rulepacks by default).")
  private Optional<Path> named = Optional.empty();

  // Set once the command runs: the launcher says where the project is, wherever it is called from.
  private Path kept = Path.of("rulepacks");

  @Mixin private PacksOption packs = new PacksOption();

  BoundariesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var law = packs.load(terminal);
    if (!state.isEmpty()) {
      States.check(law, state);
    }
    kept = named.orElseGet(() -> Path.of(terminal.variable("KONBIT_HOME")).resolve("rulepacks"));
    if (!Files.isDirectory(kept)) {
      throw new WrongUsage(
          "There is no folder (%s).\nName the packs’ with --kept.".formatted(kept));
    }
    try {
      return run(law);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int run(RulePacks law) throws IOException {
    var boundaries = new Boundaries(new Screener(law));
    int limits = 0;
    int differences = 0;
    for (Program program : law.programs()) {
      if (state.isEmpty() || program.state().filter(state::equals).isPresent()) {
        var lines = boundaries.of(program).stream().map(Boundary::line).toList();
        limits += lines.size();
        differences += write ? keep(program, lines) : compare(program, lines);
      }
    }
    terminal.print(
        write
            ? "%d limits kept, %d files changed.\n".formatted(limits, differences)
            : "%d limits, %d differences.\n".formatted(limits, differences));
    return write || differences == 0 ? ExitStatus.ANSWERED : ExitStatus.REFUSED;
  }

  private Path file(Program program) {
    int dot = program.id().indexOf('.');
    return kept.resolve(program.id().substring(0, dot))
        .resolve("boundaries")
        .resolve(program.id().substring(dot + 1) + ".txt");
  }

  private Optional<List<String>> before(Program program) throws IOException {
    var file = file(program);
    return Files.exists(file) ? Optional.of(Files.readAllLines(file)) : Optional.empty();
  }

  private int keep(Program program, List<String> lines) throws IOException {
    if (before(program).filter(lines::equals).isPresent()) {
      return 0;
    }
    var file = file(program);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
    return 1;
  }

  // Lines are sorted and each stands once, so what is on one side only is the whole difference.
  private int compare(Program program, List<String> lines) throws IOException {
    var old = before(program).orElse(List.of());
    var gone = new ArrayList<>(old);
    gone.removeAll(lines);
    var come = new ArrayList<>(lines);
    come.removeAll(old);
    if (gone.isEmpty() && come.isEmpty()) {
      return 0;
    }
    var out = new StringBuilder(file(program).toString()).append('\n');
    gone.forEach(line -> out.append("- ").append(line).append('\n'));
    come.forEach(line -> out.append("+ ").append(line).append('\n'));
    terminal.print(out.toString());
    return gone.size() + come.size();
  }
}
