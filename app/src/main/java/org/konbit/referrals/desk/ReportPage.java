package org.konbit.referrals.desk;

import java.util.List;
import org.konbit.web.Box;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * What came of referrals, counted.
 *
 * @param span the days it covers, in words
 * @param isOutside whether small counts are hidden, so that it may be passed on
 * @param mayPassOn whether the quarter is over
 * @param other the address of the other version; empty if there is none
 * @param file the address of the same as a file
 * @param freshness how far the directory can be relied on today, whatever the quarter
 */
public record ReportPage(
    DeskFrame desk,
    List<Box> sides,
    List<Box> quarters,
    String span,
    boolean isOutside,
    boolean mayPassOn,
    String other,
    String file,
    List<Figure> figures,
    List<Chart> charts,
    Chart freshness)
    implements DeskPage {
  /** One number that says much. */
  public record Figure(String value, String label) {}

  /**
   * Counts as bars, each beside its number.
   *
   * @param help what is counted, in a sentence; empty if the heading says it
   */
  public record Chart(String id, String heading, String help, List<Bar> bars) {}

  /**
   * One count.
   *
   * @param length of its bar, out of a hundred
   */
  public record Bar(String name, String many, int length) {}
}
