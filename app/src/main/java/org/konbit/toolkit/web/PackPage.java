package org.konbit.toolkit.web;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * Everything in one file, to be read without a network.
 *
 * @param made when it was made, and where to look whether it still holds
 * @param signed that it is signed, and where the signature is
 * @param fingerprint what tells the key of the signature
 */
public record PackPage(
    PageFrame frame,
    Optional<String> language,
    Content style,
    String made,
    String signed,
    String fingerprint,
    List<Shelf> shelves,
    List<Given> given)
    implements Page {
  /** Items under one heading. */
  public record Shelf(String heading, List<Leaflet> leaflets) {}

  /** What people of a status can get, a state each. */
  public record Given(Coverage.Said status, List<Coverage> coverages) {}

  public PackPage {
    shelves = List.copyOf(shelves);
    given = List.copyOf(given);
  }
}
