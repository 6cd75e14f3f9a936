package org.konbit.screening.answer;

import java.util.List;

/**
 * The form that an answer page carries so that no answer is lost: whoever made the page gets its
 * hidden fields back with every button, together with {@code go}, which names the button.
 *
 * <p>Besides the actions, the page itself sends {@code go=show} (the same page, in another
 * language), {@code go=unfold} (the same page with everything open) and {@code go=edit:PATH} (back
 * to the question of that document path).
 *
 * @param address where it is sent, below the language, such as {@code /screening}
 * @param hidden what it carries
 * @param actions the buttons at the end of the page
 */
public record AnswerForm(String address, List<Hidden> hidden, List<Action> actions) {
  /** The button that shows the same page again. */
  public static final String SHOW = "show";

  /** The button that shows the same page with everything open. */
  public static final String UNFOLD = "unfold";

  /** What stands before the document path of a question to go back to. */
  public static final String EDIT = "edit:";

  /** A field that is not seen. */
  public record Hidden(String name, String value) {}

  /**
   * A button.
   *
   * @param go what it sends as {@code go}
   * @param label its words in the reader's language
   */
  public record Action(String go, String label) {}

  public AnswerForm {
    hidden = List.copyOf(hidden);
    actions = List.copyOf(actions);
  }

  /** The form that carries a sealed state. */
  public static AnswerForm sealed(String address, String state, List<Action> actions) {
    return new AnswerForm(address, List.of(new Hidden("state", state)), actions);
  }
}
