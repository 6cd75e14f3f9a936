package org.konbit.toolkit.content;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A bill of a legislature. What is kept is its history as the sources tell it; the stage is derived
 * from that. What a person knows beyond it stands apart, with a date.
 *
 * @param title its plain name
 * @param effect what it would do, in one sentence
 * @param numbers as its legislature counts it, such as {@code S.1681}
 * @param tier how high it stands on the coalition's agenda, from 1; empty if it is only watched
 * @param history in the order of its dates
 */
public record Bill(
    Heading heading,
    String title,
    String effect,
    Session session,
    List<String> numbers,
    List<Earlier> earlier,
    OptionalInt tier,
    Position position,
    List<String> sponsors,
    List<Step> history,
    Optional<Note> note)
    implements Content {
  /** Where the coalition stands. */
  public enum Position implements Word {
    SUPPORT,
    OPPOSE,
    WATCH
  }

  /**
   * The time in which it can be enacted.
   *
   * @param formalUntil the last day of formal sittings, where they end before the session does
   * @param until the last day: what is not enacted by then is dead
   */
  public record Session(String name, Optional<LocalDate> formalUntil, LocalDate until) {}

  /** The same bill in an earlier session. */
  public record Earlier(String session, List<String> numbers) {}

  /**
   * Something that happened to it.
   *
   * @param raw as the source tells it; never changed, for the stage is read from it
   * @param source the place of its source among the item's
   */
  public record Step(When on, String raw, int source) {}

  /** What a person knows beyond the history. It says more and overrides nothing. */
  public record Note(String text, LocalDate asOf, String by) {}

  public Bill {
    if (history.isEmpty()) {
      throw new IllegalArgumentException("A bill is its (history): name at least one step.");
    }
    history = history.stream().sorted(Comparator.comparing(Step::on)).toList();
  }

  /** Where it stands on a day. */
  public Stage stage(LocalDate day) {
    return Stage.of(
        history.stream().filter(step -> !step.on().first().isAfter(day)).map(Step::raw).toList(),
        day.isAfter(session.until()));
  }

  /** The last thing that happened to it. */
  public Step latest() {
    return history.getLast();
  }

  @Override
  public String summary() {
    return effect;
  }

  @Override
  public List<String> texts() {
    return Stream.concat(Stream.of(title, effect), note.map(Note::text).stream()).toList();
  }
}
