package org.konbit.screening.interview;

import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * What a family needs to open its answers again.
 *
 * @param state everything answered so far, sealed
 * @param code what opens the answers
 * @param until the last day on which it does, written out
 */
public record SavedPage(PageFrame frame, String state, String code, String until) implements Page {
  /** Where the family goes on from here. */
  public String action() {
    return frame.home() + "/screening";
  }
}
