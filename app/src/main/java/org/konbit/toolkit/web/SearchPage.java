package org.konbit.toolkit.web;

import java.util.List;
import java.util.Optional;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * A search and what it found.
 *
 * @param words what was typed, as it was
 * @param told how much was found; empty before anything was asked
 * @param problem what is wrong with the words
 */
public record SearchPage(
    PageFrame frame,
    String words,
    Optional<String> told,
    Optional<String> problem,
    List<Found> found)
    implements Page {
  /** Something found; {@code language} is that of its words, where it is not the reader's. */
  public record Found(Link link, String kind, Optional<String> language) {}

  public SearchPage {
    found = List.copyOf(found);
  }
}
