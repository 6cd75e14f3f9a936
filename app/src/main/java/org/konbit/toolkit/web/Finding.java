package org.konbit.toolkit.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.konbit.directory.Listings;
import org.konbit.language.Languages;
import org.konbit.language.Messages;
import org.konbit.language.Texts;
import org.konbit.screening.Law;
import org.konbit.screening.Rulebook;
import org.konbit.toolkit.content.Content;
import org.konbit.toolkit.content.Right;
import org.konbit.toolkit.content.Spotlight;
import org.konbit.toolkit.search.Indexed;
import org.konbit.toolkit.search.PlainSearch;
import org.konbit.toolkit.search.SearchIndex;
import org.konbit.toolkit.store.Catalogue;
import org.konbit.web.PageFrame;
import org.springframework.stereotype.Component;

/**
 * Finds what is published, the programs of the packs, and who helps. Each node makes its own index
 * from what it reads of the database, anew whenever that has changed, and never while somebody
 * waits for it: until it stands, the index before it answers, or a plain look at the texts.
 */
@Component
class Finding {
  private static final int MOST = 20;
  private static final int MOST_SERVICES = 5;
  private static final long PATIENCE_MILLIS = 1_000;
  private static final String PROGRAM = "program/";

  /**
   * What was found.
   *
   * @param services what the directory has; empty while it cannot be asked
   * @param isPlain whether no index answered, so that other spellings and languages were not tried
   */
  record Answer(
      List<SearchPage.Found> found, Optional<List<Listings.Listed>> services, boolean isPlain) {
    Answer {
      found = List.copyOf(found);
    }
  }

  private record Making(Catalogue catalogue, CompletableFuture<SearchIndex> index) {
    boolean isUseless(Catalogue wanted) {
      return index.isCompletedExceptionally() || (index.isDone() && catalogue != wanted);
    }
  }

  private final Items items;
  private final Rulebook rulebook;
  private final Languages languages;
  private final Messages messages;
  private final Listings listings;
  private final ReentrantLock beginning = new ReentrantLock();
  private @Nullable Making newest; // touched while "beginning" is held
  private volatile @Nullable SearchIndex held;

  Finding(
      Items items, Rulebook rulebook, Languages languages, Messages messages, Listings listings) {
    this.items = items;
    this.rulebook = rulebook;
    this.languages = languages;
    this.messages = messages;
    this.listings = listings;
  }

  /** Begins to make the index, for whoever is about to search. */
  CompletableFuture<SearchIndex> prepare() {
    return making(items.catalogue()).index();
  }

  /** What fits the words best, first. */
  Answer find(PageFrame frame, String words) {
    var catalogue = items.catalogue();
    var index = index(catalogue);
    var references =
        index
            .map(each -> each.find(frame.language().tag(), words, MOST))
            .orElseGet(() -> PlainSearch.find(findable(catalogue), words, MOST));
    return new Answer(
        references.stream()
            .flatMap(reference -> found(frame, catalogue, reference).stream())
            .toList(),
        index.map(_ -> listings.matching(frame.t(), words, MOST_SERVICES)),
        index.isEmpty());
  }

  // Only the very first index is waited for, and not long.
  private Optional<SearchIndex> index(Catalogue catalogue) {
    var coming = making(catalogue).index();
    var older = held;
    if (older != null && !coming.isDone()) {
      return Optional.of(older);
    }
    try {
      return Optional.of(coming.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The index could not be made.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Nobody waits for the index any more.", e);
    }
  }

  private Making making(Catalogue catalogue) {
    beginning.lock();
    try {
      var last = newest;
      if (last == null || last.isUseless(catalogue)) {
        last = new Making(catalogue, new CompletableFuture<>());
        last.index()
            .completeAsync(
                () -> made(catalogue),
                task -> Thread.ofPlatform().daemon().name("search").start(task));
        newest = last;
      }
      return last;
    } finally {
      beginning.unlock();
    }
  }

  private SearchIndex made(Catalogue catalogue) {
    var index = SearchIndex.of(things(catalogue));
    listings.matching(messages.in(languages.all().getFirst()), "", 1); // it makes its own, too
    held = index;
    return index;
  }

  // What was due long ago is found by whoever has its address alone.
  private List<Content> findable(Catalogue catalogue) {
    var today = items.today();
    return catalogue.all(Content.class).stream()
        .filter(content -> !content.heading().isLongDue(today))
        .toList();
  }

  private Optional<SearchPage.Found> found(PageFrame frame, Catalogue catalogue, String reference) {
    var t = frame.t();
    if (reference.startsWith(PROGRAM)) {
      return rulebook.law().map(law -> program(frame, law, reference));
    }
    return shown(catalogue, reference)
        .map(content ->
            new SearchPage.Found(
                Items.link(frame, content),
                new Wording(t).of("kind", content.heading().kind()),
                Items.foreign(t)));
  }

  // A story whose consent was taken back a moment ago is not even named.
  private Optional<Content> shown(Catalogue catalogue, String reference) {
    return catalogue
        .find(reference)
        .filter(
            content -> !(content instanceof Spotlight) || items.spotlight(reference).isPresent());
  }

  private static SearchPage.Found program(PageFrame frame, Law law, String reference) {
    var id = reference.substring(PROGRAM.length());
    var name = law.program(frame.language().tag(), id);
    var state = id.startsWith("ct.") ? "CT" : "MA";
    var t = frame.t();
    return new SearchPage.Found(
        new Link(
            "%s/rules/matrix?state=%s&show=%s".formatted(frame.home(), state, id),
            name.text(),
            t.localize("toolkit.search.program")),
        t.localize("toolkit.changes.program"),
        name.language());
  }

  private List<Indexed> things(Catalogue catalogue) {
    var things = new ArrayList<Indexed>();
    findable(catalogue).forEach(content -> things.add(thing(content)));
    rulebook
        .law()
        .ifPresent(law ->
            law.states().stream()
                .flatMap(state -> law.programs(state).stream())
                .distinct()
                .forEach(id -> things.add(program(law, id))));
    return things;
  }

  private Indexed thing(Content content) {
    var words = new HashMap<String, String>();
    for (var language : languages.all()) {
      words.put(language.tag(), words(messages.in(language), content));
    }
    return new Indexed(
        content.heading().reference(),
        content.title(),
        String.join(" ", content.texts()) + " " + String.join(" ", content.heading().topics()),
        words);
  }

  /** What the interface says in a language of an item that is written in another. */
  private static String words(Texts t, Content content) {
    var words = new Wording(t);
    var heading = content.heading();
    return Stream.of(
            words.all("group", heading.groups()),
            words.all("programme", heading.programmes()),
            words.places(heading.jurisdictions()),
            content instanceof Right right
                ? words.all("setting", right.settings())
                : List.<String>of(),
            List.of(words.of("kind", heading.kind())))
        .flatMap(List::stream)
        .collect(Collectors.joining(" "));
  }

  private Indexed program(Law law, String id) {
    var words = new HashMap<String, String>();
    for (var language : languages.all()) {
      words.put(language.tag(), law.program(language.tag(), id).text());
    }
    return new Indexed(PROGRAM + id, law.program(Items.WRITTEN_IN, id).text(), "", words);
  }
}
