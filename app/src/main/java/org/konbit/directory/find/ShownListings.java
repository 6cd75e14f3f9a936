package org.konbit.directory.find;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.konbit.directory.Listings;
import org.konbit.directory.entry.Entries;
import org.konbit.directory.search.DirectorySearch;
import org.konbit.directory.search.Found;
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
  public Matching matching(Texts t, String words, int most) {
    var found = search.find(Wish.anything().withWords(words), 0, most);
    var telling = new Telling(t, LocalDate.now(clock));
    var wholes =
        entries.wholes(found.hits().stream().map(Found.Hit::entry).distinct().toList()).stream()
            .collect(Collectors.toMap(each -> each.entry().id(), Function.identity()));
    return new Matching(
        found.total(),
        found.hits().stream()
            .flatMap(hit ->
                Optional.ofNullable(wholes.get(hit.entry())).stream()
                    .map(whole ->
                        telling.item(
                            whole,
                            hit.service().flatMap(whole::service),
                            Optional.empty(),
                            "/%s/help".formatted(t.language().tag()))))
            .map(item ->
                new Listed(
                    item.address(), item.name(), item.organisation(), item.where(), item.about()))
            .toList());
  }
}
