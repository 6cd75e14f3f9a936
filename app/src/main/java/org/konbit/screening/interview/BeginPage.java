package org.konbit.screening.interview;

import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/** What a family is told before the first question. */
public record BeginPage(PageFrame frame) implements Page {
  /** Where the first question is asked for. */
  public String action() {
    return frame.home() + "/screening";
  }
}
