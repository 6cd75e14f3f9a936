package org.konbit.toolkit.web;

import java.util.List;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * What is published of one kind.
 *
 * @param kinds every kind, each a link
 */
public record ContentListPage(DeskFrame desk, String kind, List<Tab> kinds, List<Row> rows)
    implements DeskPage {
  /** A kind to look at. */
  public record Tab(String address, String name, boolean isCurrent) {}

  /**
   * An item; {@code state} says whether its wording is approved, {@code due} when it is looked at
   * again.
   */
  public record Row(
      String address,
      String title,
      String owner,
      String reviewer,
      String state,
      String due,
      boolean isDue) {}

  public ContentListPage {
    kinds = List.copyOf(kinds);
    rows = List.copyOf(rows);
  }
}
