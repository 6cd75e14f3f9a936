package org.konbit.screening.interview;

import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * What a family is told whose answers cannot be opened.
 *
 * @param reason what happened; the name ends the message keys
 */
public record SorryPage(PageFrame frame, Reason reason) implements Page {
  /** What happened to the answers. */
  public enum Reason {
    /** They are older than they are kept open for. */
    STALE("stale"),
    /** They did not arrive as they were sent. */
    UNREADABLE("unreadable");

    private final String key;

    Reason(String key) {
      this.key = key;
    }
  }

  public String heading() {
    return t().localize("screening.sorry.%s-heading".formatted(reason.key));
  }

  public String text() {
    return t().localize("screening.sorry.%s".formatted(reason.key));
  }

  /** Where to begin again. */
  public String begin() {
    return frame.home() + "/screening";
  }
}
