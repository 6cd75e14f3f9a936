package org.konbit.screening.interview;

import java.time.LocalDate;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * What a family needs to open its answers again.
 *
 * @param state everything answered so far, sealed
 * @param code what opens the answers
 * @param until the last day on which it does
 */
public record SavedPage(PageFrame frame, String state, String code, LocalDate until)
    implements Page {
  /** That day, written out. */
  public String lastDay() {
    return t().date(until);
  }

  /** Where the family goes on from here. */
  public String action() {
    return frame.home() + "/screening";
  }
}
