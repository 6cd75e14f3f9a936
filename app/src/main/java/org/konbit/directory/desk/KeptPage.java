package org.konbit.directory.desk;

import java.util.List;
import java.util.Map;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * What the organisation keeps.
 *
 * @param due how many of them want to be confirmed now
 * @param reminded when the last reminder came; empty if none did
 * @param name what was typed for one more
 * @param problems message keys by field
 */
public record KeptPage(
    DeskFrame desk,
    List<Row> rows,
    int due,
    String reminded,
    String name,
    Map<String, String> problems)
    implements DeskPage {
  /**
   * One of them.
   *
   * @param isDue whether it wants to be confirmed
   */
  public record Row(String id, String name, String state, boolean isDue, boolean isHidden) {}
}
