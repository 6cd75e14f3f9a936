package org.konbit.screening.interview;

import java.util.Optional;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * What a family is told before the first question.
 *
 * @param code the code of saved answers that was typed; empty where none was
 * @param problem what is wrong with it
 * @param isDestroyed whether saved answers have just been destroyed
 */
public record BeginPage(PageFrame frame, String code, Optional<String> problem, boolean isDestroyed)
    implements Page {
  static BeginPage of(PageFrame frame) {
    return new BeginPage(frame, "", Optional.empty(), false);
  }

  /** Where the first question is asked for. */
  public String action() {
    return frame.home() + "/screening";
  }
}
