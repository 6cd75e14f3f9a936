package org.konbit.access.web;

import java.util.List;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;
import org.konbit.web.DeskWaiting;

/**
 * Today.
 *
 * @param roles the person's roles here, in words
 * @param auditRests whether they were named auditor here, which does not hold for now
 * @param needsCodes whether they have no recovery code left
 * @param waiting what waits for them; no group at all if they have no such work
 */
public record TodayPage(
    DeskFrame desk,
    List<String> roles,
    boolean auditRests,
    boolean needsCodes,
    boolean administers,
    List<DeskWaiting.Group> waiting)
    implements DeskPage {
  /** Whether somebody with such work has none left. */
  public boolean isAllDone() {
    return !waiting.isEmpty() && waiting.stream().allMatch(each -> each.lines().isEmpty());
  }

  @Override
  public String toString() { // it names people
    return "TodayPage";
  }
}
