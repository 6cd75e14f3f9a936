package org.konbit.toolkit.web;

import java.util.List;
import java.util.Optional;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * What has changed, the newest first.
 *
 * @param language the language of the content, empty where it is the reader's
 * @param isWhole whether everything that was asked for is known
 * @param about what the list is of, in words
 * @param frameLine the markup with which a partner's site shows the list
 */
public record ChangesPage(
    PageFrame frame,
    Optional<String> language,
    boolean isWhole,
    List<Choices> filters,
    String about,
    List<Told> changes,
    List<Feed> feeds,
    String frameLine)
    implements Page {
  /** Something to choose from; {@code isChosen} at most once. */
  public record Choice(String value, String name, boolean isChosen) {}

  /** A field of the filter. */
  public record Choices(String name, String label, List<Choice> choices) {}

  /** The same list for a machine. */
  public record Feed(String address, String name) {}

  public ChangesPage {
    filters = List.copyOf(filters);
    changes = List.copyOf(changes);
    feeds = List.copyOf(feeds);
  }
}
