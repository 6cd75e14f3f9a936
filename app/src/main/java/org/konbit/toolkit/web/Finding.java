package org.konbit.toolkit.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.konbit.language.Languages;
import org.konbit.language.Messages;
import org.konbit.language.Texts;
import org.konbit.screening.Law;
import org.konbit.screening.Rulebook;
import org.konbit.toolkit.content.Content;
import org.konbit.toolkit.content.Right;
import org.konbit.toolkit.search.Indexed;
import org.konbit.toolkit.search.SearchIndex;
import org.konbit.toolkit.store.Catalogue;
import org.konbit.web.PageFrame;
import org.springframework.stereotype.Component;

/**
 * Finds what is published, and the programs of the packs. Each node makes its own index from what
 * it reads of the database, anew whenever that has changed.
 */
@Component
class Finding {
  private static final int MOST = 20;
  private static final String PROGRAM = "program/";

  private record Made(Catalogue catalogue, SearchIndex index) {}

  private final Items items;
  private final Rulebook rulebook;
  private final Languages languages;
  private final Messages messages;
  private final ReentrantLock making = new ReentrantLock();
  private volatile @Nullable Made made;

  Finding(Items items, Rulebook rulebook, Languages languages, Messages messages) {
    this.items = items;
    this.rulebook = rulebook;
    this.languages = languages;
    this.messages = messages;
  }

  /** What fits the words best, first. */
  List<SearchPage.Found> find(PageFrame frame, String words) {
    var catalogue = items.catalogue();
    return index(catalogue).find(frame.language().tag(), words, MOST).stream()
        .flatMap(reference -> found(frame, catalogue, reference).stream())
        .toList();
  }

  private Optional<SearchPage.Found> found(PageFrame frame, Catalogue catalogue, String reference) {
    var t = frame.t();
    if (reference.startsWith(PROGRAM)) {
      return rulebook.law().map(law -> program(frame, law, reference));
    }
    return catalogue
        .find(reference)
        .map(content ->
            new SearchPage.Found(
                Items.link(frame, content),
                new Wording(t).of("kind", content.heading().kind()),
                Items.foreign(t)));
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

  private SearchIndex index(Catalogue catalogue) {
    var held = made;
    if (held != null && held.catalogue() == catalogue) {
      return held.index();
    }
    making.lock();
    try {
      held = made;
      if (held == null || held.catalogue() != catalogue) {
        held = new Made(catalogue, SearchIndex.of(things(catalogue)));
        made = held;
      }
      return held.index();
    } finally {
      making.unlock();
    }
  }

  private List<Indexed> things(Catalogue catalogue) {
    var things = new ArrayList<Indexed>();
    for (var content : catalogue.all(Content.class)) {
      things.add(thing(content));
    }
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
