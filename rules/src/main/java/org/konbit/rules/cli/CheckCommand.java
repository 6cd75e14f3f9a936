package org.konbit.rules.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.konbit.rules.command.ExitStatus;
import org.konbit.rules.pack.LawText;
import org.konbit.rules.pack.PackProblems;
import org.konbit.rules.pack.RulePacks;
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
    RulePacks law;
    var problems = new ArrayList<Problem>();
    try {
      law = packs.load(terminal);
      law.examples();
    } catch (PackProblems e) {
      law = e.rest();
      problems.addAll(e.problems());
    }
    boolean isWhole = problems.isEmpty();
    problems.addAll(new Examples(new Screener(law)).failures());
    problems.sort(Problem.BY_PLACE);
    for (Problem problem : problems) {
      terminal.print(Rendering.of(problem, law.text(problem.file())) + "\n");
    }
    terminal.print(isWhole ? summary(law, problems.size()) : faulty(law, problems.size()));
    return problems.isEmpty() ? ExitStatus.ANSWERED : ExitStatus.REFUSED;
  }

  private static String faulty(RulePacks law, int problems) {
    var sheet = new Sheet();
    sheet.line(0, problems == 1 ? "1 problem." : "%d problems.".formatted(problems));
    var skipped = law.skippedExamples();
    if (!skipped.isEmpty()) {
      var causes =
          skipped.entrySet().stream()
              .map(cause -> "%s (%d)".formatted(cause.getKey(), cause.getValue()))
              .collect(Collectors.joining(", "));
      sheet.line(
          0,
          "Examples tried: %d. Skipped, because they rest on what is faulty: %s."
              .formatted(law.examples().size(), causes));
    }
    return sheet.toString();
  }

  private static String summary(RulePacks law, int failures) {
    var texts = law.lawTexts();
    var unverified =
        texts.stream()
            .filter(LawText::isUnverified)
            .map(LawText::id)
            .collect(Collectors.toCollection(TreeSet::new));
    var sheet = new Sheet();
    sheet.line(
        0,
        "%d programs, %d conditions, %d parameters, %d examples: %s."
            .formatted(
                law.programs().size(),
                count(texts, Set.of(LawText.Kind.CONDITION)),
                count(texts, Set.of(LawText.Kind.PARAMETER, LawText.Kind.TABLE)),
                law.examples().size(),
                failures == 0
                    ? "all well"
                    : failures == 1
                        ? "1 expectation not met"
                        : failures + " expectations not met"));
    if (!unverified.isEmpty()) {
      sheet.line(
          0, "%d unverified: %s".formatted(unverified.size(), String.join(", ", unverified)));
    }
    return sheet.toString();
  }

  private static long count(List<LawText> texts, Set<LawText.Kind> kinds) {
    return texts.stream()
        .filter(text -> kinds.contains(text.kind()))
        .map(LawText::id)
        .distinct()
        .count();
  }
}
