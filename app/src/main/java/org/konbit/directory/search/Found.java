package org.konbit.directory.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One page of what was found, best first.
 *
 * @param total how many there are on all pages, or how many were counted
 * @param isMore whether there are more than were counted
 * @param isLoose whether nothing matched every word, so these match some
 */
public record Found(long total, boolean isMore, List<Hit> hits, boolean isLoose) {
  /**
   * A service, or an organisation of which no service is known.
   *
   * @param service none for an organisation
   */
  public record Hit(UUID entry, Optional<UUID> service) {}

  public Found {
    hits = List.copyOf(hits);
  }

  /** The entries of this page, each once. */
  public List<UUID> entries() {
    return hits.stream().map(Hit::entry).distinct().toList();
  }
}
