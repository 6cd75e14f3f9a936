package org.konbit.rules.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.konbit.rules.command.ExitStatus;
import org.konbit.rules.command.WrongUsage;
import org.konbit.rules.json.AnswerJson;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.screening.Documents;
import org.konbit.rules.screening.Screener;
import org.konbit.rules.text.Rendering;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code screen}. */
@Command(
    name = "screen",
    mixinStandardHelpOptions = true,
    description = {
      "What health coverage and aid each member of a household can get, why, and what would change it.",
      "Nothing is kept."
    },
    footer = {
      "",
      "Exit status: 0 all answered, 1 some input refused, 2 wrong usage, 3 a rule could not be evaluated."
    })
final class ScreenCommand implements Callable<Integer> {
  private static final int MOST_BYTES = 2_000_001;

  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "The household's document, in YAML or JSON; standard input where it is left out"
              + " or is -.")
  private String file = "-";

  @Option(names = "--json", description = "Answer in JSON, on one line.")
  private boolean json;

  @Option(
      names = "--jsonl",
      description = "Read one JSON document a line and write one answer a line, in the same order.")
  private boolean jsonl;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Screen for this date. It also replaces the date that a document names.")
  private Optional<LocalDate> asOf = Optional.empty();

  @Mixin private PacksOption packs = new PacksOption();

  ScreenCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (json && jsonl) {
      throw new WrongUsage(
          "--json and --jsonl exclude each other.\nTake --jsonl for one document a line.");
    }
    var law = packs.load(terminal);
    var documents = new Documents(new Screener(law), terminal.today(), asOf);
    return jsonl
        ? new LineScreening(documents, new AnswerJson(law), terminal, input()).run()
        : one(law, documents);
  }

  private int one(RulePacks law, Documents documents) {
    var name = file.equals("-") ? "standard input" : file;
    var document = bytes();
    return switch (documents.screen(name, document)) {
      case Documents.Result.Answered(var household, var screening) -> {
        terminal.print(
            json
                ? new String(new AnswerJson(law).of(screening), StandardCharsets.UTF_8) + "\n"
                : new ReadableAnswer(law).of(household, screening));
        yield ExitStatus.ANSWERED;
      }
      case Documents.Result.Refused(var problems) -> {
        var text = new String(document, StandardCharsets.UTF_8);
        terminal.err().print(Rendering.of(problems, text));
        yield ExitStatus.REFUSED;
      }
    };
  }

  private byte[] bytes() {
    try (var in = input()) {
      // One byte more than a document may have is enough to have it refused for its size.
      return in.readNBytes(MOST_BYTES);
    } catch (IOException e) {
      throw new WrongUsage("(%s) cannot be read.".formatted(file), e);
    }
  }

  private InputStream input() {
    try {
      return file.equals("-") ? terminal.in() : Files.newInputStream(Path.of(file));
    } catch (NoSuchFileException e) {
      throw new WrongUsage("There is no file (%s).".formatted(file), e);
    } catch (IOException e) {
      throw new WrongUsage("The file (%s) cannot be read.".formatted(file), e);
    }
  }
}
