package org.konbit.simulation.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.konbit.rules.command.ExitStatus;
import org.konbit.rules.command.WrittenDate;
import org.konbit.rules.command.WrongUsage;
import org.konbit.rules.expression.RuleCannotBeEvaluated;
import org.konbit.rules.pack.PackProblems;
import org.konbit.rules.screening.NotCovered;
import org.konbit.simulation.figures.FigureProblem;
import org.konbit.simulation.microdata.pums.ImportProblem;
import org.konbit.simulation.reform.ReformProblem;
import picocli.CommandLine;

/** {@code konbit simulate}: the one place that touches standard streams. */
public final class Cli {
  private Cli() {}

  public static void main(String[] args) {
    var console =
        new Console(
            new PrintStream(
                new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
            InstantSource.system(),
            System.getenv());
    System.exit(run(console, args));
  }

  /** Runs the command to its end and gives its exit status. */
  static int run(Console console, String... args) {
    var command = reading(new SimulateCommand(console, List.of(args)));
    command.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    command.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    command.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    command.setParameterExceptionHandler((wrong, _) -> {
      console.err().println(wrong.getMessage());
      CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
      console.err().println("“konbit simulate --help” says more.");
      return ExitStatus.WRONG_USAGE;
    });
    command.setExecutionExceptionHandler((broken, _, _) -> broken(console, broken));
    int status = command.execute(args);
    console.out().flush();
    console.err().flush();
    return status;
  }

  /** What reads the command's arguments. */
  static CommandLine reading(SimulateCommand simulate) {
    var command = new CommandLine(simulate);
    command.registerConverter(LocalDate.class, new WrittenDate());
    command.setCaseInsensitiveEnumValuesAllowed(true);
    return command;
  }

  private static int broken(Console console, Exception broken) {
    return switch (broken) {
      case WrongUsage wrong -> told(console, wrong, ExitStatus.WRONG_USAGE);
      case ReformProblem wrong -> told(console, wrong, ExitStatus.WRONG_USAGE);
      case FigureProblem wrong -> told(console, wrong, ExitStatus.WRONG_USAGE);
      case NotCovered wrong -> told(console, wrong, ExitStatus.WRONG_USAGE);
      case Manifest.NotTheSame other -> told(console, other, ExitStatus.REFUSED);
      case ImportProblem refused -> told(console, refused, ExitStatus.REFUSED);
      case PackProblems problems -> {
        console.err().println(problems.rendered());
        yield ExitStatus.BROKEN;
      }
      case RuleCannotBeEvaluated rule -> told(console, rule, ExitStatus.BROKEN);
      default -> {
        console.err().println("Konbit failed (%s).".formatted(broken.getClass().getSimpleName()));
        yield ExitStatus.BROKEN;
      }
    };
  }

  private static int told(Console console, Exception problem, int status) {
    console.err().println(problem.getMessage());
    return status;
  }
}
