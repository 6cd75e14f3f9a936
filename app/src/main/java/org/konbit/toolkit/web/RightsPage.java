package org.konbit.toolkit.web;

import java.util.List;
import java.util.Optional;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * All rights, by the place where they are used, and the guides.
 *
 * @param language the language of the content, empty where it is the reader's
 */
public record RightsPage(
    PageFrame frame, Optional<String> language, List<Shelf> rights, List<Shelf> guides)
    implements Page {
  /** Items under one heading. */
  public record Shelf(String id, String heading, List<Link> links) {}

  public RightsPage {
    rights = List.copyOf(rights);
    guides = List.copyOf(guides);
  }
}
