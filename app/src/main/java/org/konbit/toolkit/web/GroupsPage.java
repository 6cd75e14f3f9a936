package org.konbit.toolkit.web;

import java.util.List;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * The groups, or the statuses, to choose from.
 *
 * @param other the way to the other of the two
 */
public record GroupsPage(PageFrame frame, String title, String lede, List<Door> groups, Door other)
    implements Page {
  /** The way to one. */
  public record Door(String address, Coverage.Said name) {}

  public GroupsPage {
    groups = List.copyOf(groups);
  }
}
