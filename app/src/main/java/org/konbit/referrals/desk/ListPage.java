package org.konbit.referrals.desk;

import java.util.List;
import org.konbit.web.Box;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * What came and what was sent.
 *
 * @param isClosed whether those that are over are shown instead of the open ones
 * @param waiting how many wait for somebody here
 * @param late how many of them are late
 * @param orders in which order they may stand
 * @param partners whose may be shown alone
 * @param isOwn whether only those are shown that whoever looks has written
 */
public record ListPage(
    DeskFrame desk,
    boolean isClosed,
    int waiting,
    int late,
    List<Box> orders,
    List<Box> partners,
    boolean isOwn,
    List<Row> drafts,
    Part got,
    Part sent)
    implements DeskPage {
  /**
   * Some of a list.
   *
   * @param before the address of those before; empty if these are the first
   * @param next the address of those after; empty if these are the last
   */
  public record Part(List<Row> rows, String before, String next) {}

  /**
   * One of them.
   *
   * @param who whom it is about, as far as that may be seen here
   * @param what the need, and the other partner
   * @param isWaiting whether it waits for somebody here
   */
  public record Row(
      String id, String who, String what, String state, String when, boolean isWaiting) {}

  @Override
  public String toString() { // it names people
    return "ListPage";
  }
}
