package org.konbit.referrals.desk;

import java.util.List;
import org.konbit.web.Box;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * One referral: what now, whom it is about, what happened, what the two sides wrote.
 *
 * @param who whom it is about; the number if that may not be seen here
 * @param between from whom to whom
 * @param clock when an answer is due, or what became of it
 * @param isLate whether that day has passed
 * @param facts what is shared
 * @param message what the sender wrote beside
 * @param hidden why nothing of the person is shown; empty if it is
 * @param mistakeWords what the sender said for itself of having sent it by mistake; empty if
 *     nothing
 * @param writeHint what to mind when writing, as a message key
 * @param acts what can be done now
 * @param seen how often it had been moved when the page was made
 * @param key of the next command
 * @param problem what was wrong with the last one; empty if nothing was
 * @param typed a note that was not kept
 */
public record OnePage(
    DeskFrame desk,
    String id,
    String number,
    String who,
    String between,
    String state,
    String clock,
    boolean isLate,
    List<Fact> facts,
    String message,
    String hidden,
    List<Fact> happened,
    String mistakeWords,
    List<Note> notes,
    boolean canWrite,
    String writeHint,
    List<Act> acts,
    List<Choice> reasons,
    List<Choice> outcomes,
    Mistakes mistakes,
    List<Choice> services,
    String next,
    int seen,
    String key,
    String problem,
    String typed)
    implements DeskPage {
  /** Something that is known. */
  public record Fact(String name, String value) {}

  /** What somebody wrote. */
  public record Note(boolean isOurs, String by, String text) {}

  /**
   * Something that can be done.
   *
   * @param asks which choice it needs: {@code reason}, {@code outcome}, {@code service}, {@code
   *     mistake}, or none
   */
  public record Act(String to, String label, String asks, boolean isFirst, boolean isEnd) {}

  /**
   * What was wrong with sending it, to be chosen.
   *
   * @param words that were typed and not kept
   * @param problem what is wrong with what was typed, as a message key; empty if nothing
   */
  public record Mistakes(List<Box> choices, String words, String problem) {
    @Override
    public String toString() { // the words may name somebody
      return "Mistakes";
    }
  }

  /** One of several. */
  public record Choice(String value, String text) {}

  @Override
  public String toString() { // it names a person
    return "OnePage";
  }
}
