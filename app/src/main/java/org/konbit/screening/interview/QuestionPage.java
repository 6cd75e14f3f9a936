package org.konbit.screening.interview;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.konbit.screening.Law.Words;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * One question.
 *
 * @param state everything answered so far, sealed
 * @param about whom it is about; empty for a question about the family
 * @param problems what is wrong with what was filled in, by field
 * @param others earlier answers that the one filled in contradicts
 * @param left about how many questions are left, this one included; 0 while nobody can tell yet
 * @param hasBefore whether there is a question to go back to
 * @param soFar what was answered, in that order
 * @param script the address of the script that makes the next question come faster
 * @param isPart whether only the question is fetched, into a page that stands
 */
public record QuestionPage(
    PageFrame frame,
    String state,
    Optional<String> about,
    Words question,
    Words why,
    Ask ask,
    List<Problem> problems,
    List<Told> others,
    int left,
    boolean hasBefore,
    List<Told> soFar,
    String script,
    boolean isPart)
    implements Page {
  /**
   * What is wrong with a field.
   *
   * @param field its id on the page
   */
  public record Problem(String field, String text) {}

  /**
   * An earlier answer.
   *
   * @param path its question
   * @param about whom it is about; empty for the family
   */
  public record Told(String path, String about, Words question, String answer) {}

  /** Where the form is sent. */
  public String action() {
    return frame.home() + "/screening";
  }

  public boolean isWrong(String field) {
    return problems.stream().anyMatch(problem -> problem.field().equals(field));
  }

  public boolean hasProblem() {
    return !problems.isEmpty() || !others.isEmpty();
  }

  public String title() {
    var title = t().localize("screening.interview.title", frame.coalition());
    return hasProblem() ? t().localize("screening.interview.title-wrong", title) : title;
  }

  /** What a field of a date is called: year, month or day. */
  public String part(String part) {
    return t().localize("screening.interview.%s".formatted(part));
  }

  /** What is wrong with the field, in words; empty where nothing is. */
  public String problem(String field) {
    return problems.stream()
        .filter(problem -> problem.field().equals(field))
        .map(Problem::text)
        .findFirst()
        .orElse("");
  }

  /** The id of what describes a wrong field; null leaves the attribute out. */
  public @Nullable String describes(String field) {
    return isWrong(field) ? field + "-problem" : null;
  }

  public @Nullable String invalid(String field) {
    return isWrong(field) ? "true" : null;
  }
}
