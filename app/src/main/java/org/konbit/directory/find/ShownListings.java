package org.konbit.directory.find;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.konbit.directory.Listings;
import org.konbit.directory.entry.Entries;
import org.konbit.directory.search.DirectorySearch;
import org.konbit.directory.search.Wish;
import org.konbit.language.Texts;
import org.springframework.stereotype.Component;

/** What the page "find help" would show first, for other pages. */
@Component
class ShownListings implements Listings {
  private final DirectorySearch search;
  private final Entries entries;
  private final Clock clock;

  ShownListings(DirectorySearch search, Entries entries, Clock clock) {
    this.search = search;
    this.entries = entries;
    this.clock = clock;
  }

  @Override
  public List<Listed> matching(Texts t, String words, int most) {
    var found = search.first(Wish.anything().withWords(words), most);
    var help = "/%s/help".formatted(t.language().tag());
    var items =
        new Telling(t, LocalDate.now(clock))
            .items(found, entries.wholes(found.entries()), Optional.empty(), help);
    return items.stream()
        .map(item ->
            new Listed(
                item.address(), item.name(), item.organisation(), item.where(), item.about()))
        .toList();
  }
}
