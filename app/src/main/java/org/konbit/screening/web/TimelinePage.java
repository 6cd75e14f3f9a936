package org.konbit.screening.web;

import java.util.List;
import java.util.Optional;
import org.konbit.screening.Law;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * What changes in the law, day by day.
 *
 * @param places the same for each state
 * @param firstDay the first day that can be asked for, as the date field takes it
 * @param timeline empty while the form has a problem or names no state
 */
public record TimelinePage(
    PageFrame frame,
    List<Field> fields,
    StateLinks places,
    List<Choice> states,
    String firstDay,
    Optional<Timeline> timeline)
    implements Page {

  /**
   * The days.
   *
   * @param summary state, span and number of days in one sentence
   */
  public record Timeline(String summary, List<Day> days) {}

  /**
   * A day on which the law changes.
   *
   * @param day as an address and a {@code time} element take it
   * @param date written out
   * @param shifts who of the matrix sees another best coverage from this day on
   */
  public record Day(String day, String date, List<Shift> shifts, List<Topic> topics) {}

  /**
   * People whose best coverage becomes another.
   *
   * @param who their names in one sentence
   * @param isEveryStatus whether that is so whatever the status
   */
  public record Shift(
      String who,
      Mark before,
      Law.Words from,
      Mark after,
      Law.Words to,
      boolean isEveryStatus,
      List<Standing> statuses) {}

  /** A status in one situation. */
  public record Standing(Law.Words status, String variant) {}

  /**
   * Changes that reach the same programs.
   *
   * @param programs empty where the change reaches no single program
   * @param more how many further programs there are
   * @param figures changes of a number or list
   * @param texts changes of a rule
   */
  public record Topic(
      List<Law.Words> programs,
      int more,
      List<Figure> figures,
      List<Text> texts,
      List<String> cites) {}

  /**
   * A figure that changes.
   *
   * @param name its name in the packs, as words
   */
  public record Figure(
      String name, String before, String after, String unit, boolean isUnverified) {}

  /**
   * A rule that changes.
   *
   * @param what whether it begins, ends or changes, in the reader's language
   * @param before how it was written; empty where it was not
   * @param after how it is written from this day on
   */
  public record Text(String what, Law.Words says, String before, String after) {
    /** Whether there is a wording to show. */
    public boolean isWorded() {
      return !before.isEmpty() || !after.isEmpty();
    }
  }

  /** What stands in a field. */
  public Field field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst().orElseThrow();
  }

  /** The fields that have a problem. */
  public List<Field> problems() {
    return fields.stream().filter(Field::isWrong).toList();
  }
}
