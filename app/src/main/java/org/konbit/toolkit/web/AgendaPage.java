package org.konbit.toolkit.web;

import java.util.List;
import java.util.Optional;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * The agenda: campaigns, then bills by their tier.
 *
 * @param language the language of the content, empty where it is the reader's
 */
public record AgendaPage(
    PageFrame frame, Optional<String> language, List<Link> campaigns, List<Shelf> shelves)
    implements Page {
  /** Bills under one heading. */
  public record Shelf(String heading, List<Line> bills) {
    public Shelf {
      bills = List.copyOf(bills);
    }
  }

  /** A bill as lists tell it. */
  public record Line(
      Link link, String numbers, String standing, String tone, String place, String checked) {}

  public AgendaPage {
    campaigns = List.copyOf(campaigns);
    shelves = List.copyOf(shelves);
  }
}
