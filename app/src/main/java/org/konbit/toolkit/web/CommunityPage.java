package org.konbit.toolkit.web;

import java.util.List;
import java.util.Optional;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * What is announced, members' stories and open jobs, each with a word where there are none.
 *
 * @param language the language of the content, empty where it is the reader's
 */
public record CommunityPage(PageFrame frame, Optional<String> language, List<Shelf> shelves)
    implements Page {
  /** Items under one heading; {@code none} is said where there are none. */
  public record Shelf(String id, String heading, List<Line> lines, String none) {
    public Shelf {
      lines = List.copyOf(lines);
    }
  }

  /**
   * An item as the list tells it.
   *
   * @param day the last day it is shown, as {@code datetime} takes it; empty for none
   * @param until the same in words
   * @param facts short facts in the reader's language
   */
  public record Line(Link link, String day, String until, String facts) {}

  public CommunityPage {
    shelves = List.copyOf(shelves);
  }

  /** Whether there is anything to read. */
  public boolean isEmpty() {
    return shelves.stream().allMatch(shelf -> shelf.lines().isEmpty());
  }
}
