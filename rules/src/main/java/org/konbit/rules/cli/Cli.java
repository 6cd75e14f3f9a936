package org.konbit.rules.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import org.konbit.rules.command.ExitStatus;
import org.konbit.rules.command.WrittenDate;
import org.konbit.rules.command.WrongUsage;
import org.konbit.rules.expression.RuleCannotBeEvaluated;
import org.konbit.rules.pack.PackProblems;
import org.konbit.rules.pack.RulePacks;
import picocli.CommandLine;

/** {@code konbit screen} and {@code konbit rules}: the one place that touches standard streams. */
public final class Cli {
  private Cli() {}

  public static void main(String[] args) {
    var terminal =
        new Terminal(
            new FileInputStream(FileDescriptor.in),
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
            new FileOutputStream(FileDescriptor.err),
            InstantSource.system(),
            System.getenv(),
            RulePacks::shipped);
    System.exit(run(terminal, args));
  }

  /** Runs one command to its end and gives its exit status. */
  static int run(Terminal terminal, String... args) {
    var rules =
        new CommandLine(new RulesCommand())
            .addSubcommand(new CheckCommand(terminal))
            .addSubcommand(new MatrixCommand(terminal))
            .addSubcommand(new TimelineCommand(terminal))
            .addSubcommand(new BoundariesCommand(terminal));
    var commands =
        new CommandLine(new KonbitCommand())
            .addSubcommand(new ScreenCommand(terminal))
            .addSubcommand(rules);
    var err = new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8);
    commands.registerConverter(LocalDate.class, new WrittenDate());
    commands.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    commands.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    commands.setErr(err);
    commands.setParameterExceptionHandler((wrong, _) -> {
      err.println(wrong.getMessage());
      CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
      err.println(
          "“%s --help” says more."
              .formatted(wrong.getCommandLine().getCommandSpec().qualifiedName()));
      return ExitStatus.WRONG_USAGE;
    });
    commands.setExecutionExceptionHandler((broken, _, _) -> broken(terminal, broken));
    int status = commands.execute(args);
    terminal.err().flush();
    return status;
  }

  // What the exception itself says may hold a family's answers, so only its kind and place are
  // told.
  private static String fault(Exception broken) {
    var place =
        Arrays.stream(broken.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("org.konbit."))
            .findFirst()
            .map(frame -> "%s:%d".formatted(frame.getClassName(), frame.getLineNumber()))
            .orElse("outside Konbit");
    return "Konbit met a fault of its own (%s at %s); no document is to blame."
            .formatted(broken.getClass().getSimpleName(), place)
        + "\nWhat was answered before stands. Please report this line, without anybody's document.";
  }

  private static int broken(Terminal terminal, Exception broken) throws Exception {
    var err = terminal.err();
    return switch (broken) {
      case Terminal.NobodyReads _ -> ExitStatus.ANSWERED;
      case WrongUsage wrong -> {
        err.println(wrong.getMessage());
        yield ExitStatus.WRONG_USAGE;
      }
      case PackProblems problems -> {
        err.println(problems.rendered());
        yield ExitStatus.BROKEN;
      }
      case RuleCannotBeEvaluated rule -> {
        err.println(rule.getMessage());
        yield ExitStatus.BROKEN;
      }
      default -> {
        err.println(fault(broken));
        yield ExitStatus.BROKEN;
      }
    };
  }
}
