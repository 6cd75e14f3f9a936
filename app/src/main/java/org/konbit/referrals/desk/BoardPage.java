package org.konbit.referrals.desk;

import java.util.List;
import org.konbit.web.Box;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * Who has places.
 *
 * @param ours the services of whoever looks
 * @param needs which of the others' services are shown
 * @param others partners' services that count their places
 */
public record BoardPage(DeskFrame desk, List<Ours> ours, List<Box> needs, List<Others> others)
    implements DeskPage {
  /**
   * A service of one's own.
   *
   * @param places what stands in its field
   * @param seen how many it had when the page was made; empty if it counted none
   * @param problem what is wrong with the field, in words; empty if nothing is
   */
  public record Ours(
      String service,
      String name,
      String state,
      String places,
      String seen,
      List<Box> units,
      String problem) {
    /** Whether it counts its places. */
    public boolean isCounted() {
      return !seen.isEmpty();
    }
  }

  /** A partner's service. */
  public record Others(String partner, String name, String places, boolean hasAny, String when) {}
}
