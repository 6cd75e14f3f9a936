package org.konbit.screening.interview;

import java.time.LocalDate;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;
import org.konbit.web.QrPicture;

/**
 * What a family needs to open its answers again, on the screen and as a paper to carry.
 *
 * @param state everything answered so far, sealed
 * @param code what opens the answers
 * @param until the last day on which it does
 * @param origin where this site is, as one types it
 */
public record SavedPage(PageFrame frame, String state, String code, LocalDate until, String origin)
    implements Page {
  /** That day, written out. */
  public String lastDay() {
    return t().date(until);
  }

  /** Where the family goes on from here. */
  public String action() {
    return frame.home() + "/screening";
  }

  /** Where the code is typed; it is no part of that. */
  public String place() {
    return origin + action();
  }

  /** The same for a camera. */
  public QrPicture picture() {
    return QrPicture.of(place());
  }
}
