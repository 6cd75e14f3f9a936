package org.konbit.rules.pack;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.konbit.rules.text.Problem;
import org.konbit.rules.text.Rendering;

/** Packs that cannot be used, with everything that is wrong with them. */
public final class PackProblems extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Problem> problems;
  private final transient Map<String, String> texts;

  PackProblems(List<Problem> problems, Map<String, String> texts) {
    super("The rule packs have (%d) problems.".formatted(problems.size()));
    this.problems = List.copyOf(problems);
    this.texts = Map.copyOf(texts);
  }

  public List<Problem> problems() {
    return problems;
  }

  /** Each problem with its line and a caret under the place. */
  public String rendered() {
    return problems.stream()
        .map(problem -> Rendering.of(problem, texts.getOrDefault(problem.file(), "")))
        .collect(Collectors.joining("\n"));
  }
}
