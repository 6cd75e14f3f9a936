package org.konbit.screening.interview;

import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * Asks whether saved answers shall really be destroyed.
 *
 * @param code the code they lie under
 */
public record DestroyPage(PageFrame frame, String code) implements Page {
  /** Where the answer is sent. */
  public String action() {
    return frame.home() + "/screening";
  }
}
