package org.konbit.toolkit.web;

import java.util.List;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/** The groups to choose from. */
public record GroupsPage(PageFrame frame, List<Door> groups) implements Page {
  /** The way to a group. */
  public record Door(String address, String name) {}

  public GroupsPage {
    groups = List.copyOf(groups);
  }
}
