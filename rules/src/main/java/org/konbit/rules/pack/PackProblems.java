package org.konbit.rules.pack;

import java.util.List;
import java.util.stream.Collectors;
import org.konbit.rules.text.Problem;
import org.konbit.rules.text.Rendering;

/** Packs that cannot be used, with everything that is wrong with them. */
public final class PackProblems extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Problem> problems;
  private final transient RulePacks rest;

  PackProblems(List<Problem> problems, RulePacks rest) {
    super("The rule packs have (%d) problems.".formatted(problems.size()));
    this.problems = List.copyOf(problems);
    this.rest = rest;
  }

  public List<Problem> problems() {
    return problems;
  }

  /**
   * What of the packs is whole and rests on nothing faulty, so that its examples can be tried. No
   * family must be screened by it.
   */
  public RulePacks rest() {
    return rest;
  }

  /** Each problem with its line and a caret under the place. */
  public String rendered() {
    return problems.stream()
        .map(problem -> Rendering.of(problem, rest.text(problem.file())))
        .collect(Collectors.joining("\n"));
  }
}
