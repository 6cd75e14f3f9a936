package org.konbit.screening.web;

import java.util.List;
import java.util.Optional;
import org.konbit.screening.Law;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * Who can get what, by immigration status.
 *
 * @param places the same for each state
 * @param dropped what is said of a program that this state does not have
 * @param firstDay the first day that can be asked for, as the date field takes it
 * @param table empty while the form has a problem or names no state
 */
public record MatrixPage(
    PageFrame frame,
    List<Field> fields,
    StateLinks places,
    List<Choice> states,
    List<Choice> shows,
    Optional<String> dropped,
    String firstDay,
    Optional<Table> table)
    implements Page {

  /**
   * The table.
   *
   * @param caption what it is of: state, day, income
   * @param marks the shapes that occur in it
   * @param general notes on so many cells that they are told once, for all
   * @param notes those of single cells, in the order of their numbers
   * @param programs the programs that occur in it
   * @param open programs that everyone in it can get
   * @param download the address of the same as a file
   */
  public record Table(
      String caption,
      List<Column> columns,
      List<Group> groups,
      List<Mark> marks,
      List<Law.Words> general,
      List<Law.Words> notes,
      List<Described> programs,
      List<Described> open,
      String download) {}

  /** A person whose coverage stands in one column. */
  public record Column(String id, String name, String who) {}

  /** Statuses of one kind. */
  public record Group(String id, Law.Words name, List<Row> rows) {
    /** Whether its only status has its name already. */
    public boolean isPlain() {
      return rows.size() == 1 && rows.getFirst().status().equals(name);
    }
  }

  /**
   * One status.
   *
   * @param variant what tells its rows apart; empty where it has one row only
   * @param isAgain whether the row before is of the same status
   * @param cells one for each column
   * @param bands the same, with people of the same answer together
   */
  public record Row(
      Law.Words status, String variant, boolean isAgain, List<Cell> cells, List<Band> bands) {}

  /**
   * What one person can get.
   *
   * @param instead the best there is, where it is not the one that is told
   * @param notes the numbers of its notes
   */
  public record Cell(
      Mark mark,
      Law.Words text,
      Optional<Law.Words> instead,
      Optional<Next> next,
      List<Integer> notes) {}

  /** What comes after it, and on which day. */
  public record Next(String day, String date, Law.Words text) {}

  /**
   * People who can get the same.
   *
   * @param who their names in one sentence
   */
  public record Band(String who, Cell cell) {}

  /** A program in a few sentences. */
  public record Described(Law.Words name, Law.Words summary) {}

  /** What a shape means. */
  public String word(Mark mark) {
    return t().localize("screening.mark." + mark.word());
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
