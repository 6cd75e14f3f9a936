package org.konbit.screening.interview;

import java.util.List;
import java.util.Optional;
import org.konbit.screening.Law.Words;

/** What a question's page holds to be filled in. */
public sealed interface Ask {
  /**
   * One answer among others.
   *
   * @param value what the form sends
   */
  record Choice(String value, Words text, boolean isChosen) {}

  /** One of the choices. */
  record One(List<Choice> choices) implements Ask {}

  /**
   * Any number of the choices.
   *
   * @param dates for those chosen of which it matters, since when
   */
  record Several(List<Choice> choices, List<Dated> dates) implements Ask {}

  /** A date beside what it belongs to. */
  record Dated(String label, Day day) {}

  /**
   * A whole number.
   *
   * @param otherwise what can be chosen instead
   */
  record Count(String value, List<Choice> otherwise) implements Ask {}

  /** An amount of dollars. */
  record Amount(String value, List<Choice> otherwise) implements Ask {}

  /** A date, with what can be chosen instead. */
  record When(Day day, List<Choice> otherwise) implements Ask {}

  /**
   * The three fields of a date.
   *
   * @param prefix what stands before their names
   * @param order year, month and day, in the order of the language
   * @param months their names, from January
   */
  record Day(
      String prefix,
      List<String> order,
      String year,
      String month,
      String day,
      List<Choice> months) {
    public String value(String part) {
      return part.equals("year") ? year : day;
    }
  }

  /** Money, a row for each kind. */
  record Income(List<Row> rows, boolean hasRoom, List<Choice> otherwise) implements Ask {}

  /** One row of money. */
  record Row(int number, List<Choice> kinds, String amount, List<Choice> periods) {}

  /**
   * An immigration status.
   *
   * @param exactly the statuses of the group that was chosen; empty while none was
   */
  record Status(List<Choice> groups, Optional<Choice> group, List<Choice> exactly) implements Ask {}

  /** One of the choices, or another that is written down. */
  record Permit(List<Choice> choices, String category) implements Ask {}

  /** Who belongs to the family. */
  record Family(List<Person> people, boolean hasRoom, int most) implements Ask {}

  /**
   * A person of the family.
   *
   * @param kinships what they may be to the first; empty for the first
   */
  record Person(String id, String name, String age, List<Choice> kinships) {}

  /** How people are related to each other. */
  record Kin(List<Two> pairs, List<Choice> otherwise) implements Ask {}

  /** Two people. */
  record Two(String name, String label, List<Choice> kinships) {}
}
