package org.konbit.toolkit.web;

import java.util.List;
import java.util.Optional;
import org.konbit.directory.Listings;
import org.konbit.web.IdentifyingNumber;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * A search and what it found.
 *
 * @param words what was typed, as it was
 * @param told how much was found; empty before anything was asked
 * @param problem what is wrong with the words
 * @param services what the directory has; empty where it was not asked
 * @param isPlain whether only the very words were looked for
 */
public record SearchPage(
    PageFrame frame,
    String words,
    Optional<String> told,
    Optional<String> problem,
    List<Found> found,
    Optional<List<Listings.Listed>> services,
    boolean isPlain)
    implements Page {
  /** Something found; {@code language} is that of its words, where it is not the reader's. */
  public record Found(Link link, String kind, Optional<String> language) {}

  /** Whether the words hold what tells who somebody is, so that nothing was looked for yet. */
  public boolean isPersonal() {
    return problem.isPresent() && IdentifyingNumber.isIn(words);
  }

  /** Whether what there is to find is written in the reader's language. */
  public boolean isWrittenHere() {
    return Items.foreign(t()).isEmpty();
  }

  /** Before anything was asked, or where what was asked cannot be looked for. */
  static SearchPage empty(PageFrame frame, String words, Optional<String> problem) {
    return new SearchPage(
        frame, words, Optional.empty(), problem, List.of(), Optional.empty(), false);
  }

  public SearchPage {
    found = List.copyOf(found);
  }
}
