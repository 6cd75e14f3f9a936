package org.konbit.toolkit.web;

import java.util.List;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * The groups, or the statuses, to choose from.
 *
 * @param other the way to the other of the two
 */
public record GroupsPage(
    PageFrame frame, String title, String lede, List<Shelf> shelves, Door other) implements Page {
  /** The way to one. */
  public record Door(String address, Coverage.Said name) {}

  /**
   * Those of one kind.
   *
   * @param id its mark on the page
   */
  public record Shelf(String id, Coverage.Said heading, List<Door> doors) {
    public Shelf {
      doors = List.copyOf(doors);
    }
  }

  public GroupsPage {
    shelves = List.copyOf(shelves);
  }
}
