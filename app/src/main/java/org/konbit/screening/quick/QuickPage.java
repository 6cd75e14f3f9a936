package org.konbit.screening.quick;

import java.util.List;
import java.util.Optional;
import org.konbit.screening.web.Choice;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * A whole family on one page, to be typed.
 *
 * @param problems what is wrong, each with the field it is about
 * @param household fields that are asked once
 * @param isFull whether nobody else can be added
 */
public record QuickPage(
    PageFrame frame,
    List<Wrong> problems,
    List<Input> household,
    List<Person> people,
    boolean isFull)
    implements Page {
  /** What is wrong with a field. */
  public record Wrong(String field, String problem) {}

  /**
   * One person's fields.
   *
   * @param row the person's number, from 0
   * @param more fields that few people need, folded away
   */
  public record Person(int row, String heading, List<Input> fields, List<Section> more) {}

  /** Fields under a heading of their own. */
  public record Section(String heading, boolean isOpen, List<Input> fields) {}

  /** How a field is filled in. */
  public enum Kind {
    TEXT,
    SELECT,
    CHECKS,
    INCOME
  }

  /**
   * One question.
   *
   * @param name its field's name, which is also its id
   * @param label what is asked
   * @param language the language of the label, where it is not the page's
   * @param hint how to write it
   * @param value what stands in it
   * @param choices what can be chosen
   * @param incomes for incomes: each with its three fields
   * @param isWanted whether the reader came to fill in just this one
   */
  public record Input(
      Kind kind,
      String name,
      String label,
      Optional<String> language,
      Optional<String> hint,
      String value,
      List<Choice> choices,
      List<Income> incomes,
      Optional<String> problem,
      boolean isWanted) {
    /** The ids of what describes it to a reader who does not see it, or nothing. */
    public Optional<String> describedBy() {
      var ids =
          (hint.isPresent() ? name + "-hint " : "")
              + (problem.isPresent() ? name + "-problem" : "");
      return Optional.of(ids.strip()).filter(found -> !found.isEmpty());
    }
  }

  /** One income: how much, how often, of what kind. */
  public record Income(
      String label,
      String amountName,
      String amount,
      String perName,
      List<Choice> per,
      String kindName,
      List<Choice> kind,
      Optional<String> problem,
      boolean isWanted) {}

  /** Where the form is sent. */
  public String action() {
    return frame.home() + "/quick";
  }
}
