package org.konbit.referrals.desk;

import java.util.List;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * What came and what was sent.
 *
 * @param isClosed whether those that are over are shown instead of the open ones
 * @param waiting how many wait for somebody here
 * @param late how many of them are late
 */
public record ListPage(
    DeskFrame desk,
    boolean isClosed,
    int waiting,
    int late,
    List<Row> drafts,
    List<Row> got,
    List<Row> sent)
    implements DeskPage {
  /**
   * One of them.
   *
   * @param who whom it is about, as far as that may be seen here
   * @param what the need, and the other partner
   * @param isWaiting whether it waits for somebody here
   */
  public record Row(
      String id, String who, String what, String state, String when, boolean isWaiting) {}
}
