package org.konbit.screening.answer;

import java.util.List;
import org.konbit.screening.Law;
import org.konbit.screening.web.Mark;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * What each person of a family can get.
 *
 * @param asOf whose rules of which day were applied, in one sentence
 * @param overview each person's best coverage, in one line
 */
public record AnswerPage(PageFrame frame, AnswerForm form, String asOf, List<Line> overview)
    implements Page {
  /**
   * One person's best coverage.
   *
   * @param person what the person is called
   */
  public record Line(String person, Mark mark, Law.Words best) {}

  /** Where the form is sent in the language being read. */
  public String action() {
    return frame.home() + form.address();
  }
}
