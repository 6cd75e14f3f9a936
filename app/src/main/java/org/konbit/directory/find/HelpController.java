package org.konbit.directory.find;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.konbit.access.NotHere;
import org.konbit.directory.Need;
import org.konbit.directory.Spoken;
import org.konbit.directory.entry.Entries;
import org.konbit.directory.place.Gazetteer;
import org.konbit.directory.place.Place;
import org.konbit.directory.search.DirectorySearch;
import org.konbit.directory.search.Found;
import org.konbit.language.Texts;
import org.konbit.web.IdentifyingNumber;
import org.konbit.web.PageFrame;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Finds help. What somebody looks for travels in the body of a form, so that neither the browser's
 * history nor a log on the way keeps it; a link may name a need, which is one of a fixed list.
 */
@Controller
class HelpController {
  private static final int ON_A_PAGE = 20;

  private final DirectorySearch search;
  private final Entries entries;
  private final Gazetteer gazetteer;
  private final Clock clock;

  HelpController(DirectorySearch search, Entries entries, Gazetteer gazetteer, Clock clock) {
    this.search = search;
    this.entries = entries;
    this.gazetteer = gazetteer;
    this.clock = clock;
  }

  @GetMapping("/{lang}/help")
  ModelAndView ask(PageFrame frame, @RequestParam(defaultValue = "") String need) {
    return Need.of(need)
        .map(known -> page(frame, Asked.forNeed(known.key())))
        .orElseGet(() -> view(frame, Asked.NOTHING, List.of(), "", Optional.empty()));
  }

  @PostMapping("/{lang}/help")
  ModelAndView found(
      PageFrame frame, @RequestParam Map<String, String> sent, HttpServletResponse response) {
    response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
    var asked = Asked.of(sent);
    if (IdentifyingNumber.isIn(asked.words()) && !sent.containsKey("sure")) {
      var view = view(frame, asked, true, List.of(), "", Optional.empty());
      view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return view;
    }
    return page(frame, asked);
  }

  @GetMapping("/{lang}/help/{id}")
  ModelAndView entry(PageFrame frame, @PathVariable String id) {
    var whole = uuid(id).flatMap(entries::shown).orElseThrow(NotHere::new);
    return new ModelAndView(
        "directory/entry",
        "page",
        new EntryTelling(frame, clock.instant(), LocalDate.now(clock)).page(whole));
  }

  private ModelAndView page(PageFrame frame, Asked asked) {
    var t = frame.t();
    var where = asked.where(gazetteer);
    if (where.isEmpty()) {
      return view(
          frame, asked, List.of(), "", Optional.of(results(frame, asked, Optional.empty())));
    }
    return switch (where.get()) {
      case Gazetteer.Answer.Found(Place place) ->
          view(frame, asked, List.of(), "", Optional.of(results(frame, asked, Optional.of(place))));
      case Gazetteer.Answer.Which(List<Place> places) ->
          view(
              frame,
              asked,
              places.stream().map(each -> Choice.of(each.label(), each.label(), "")).toList(),
              t.localize("directory.find.place-which"),
              Optional.empty());
      case Gazetteer.Answer.Unknown() ->
          view(
              frame,
              asked,
              List.of(),
              t.localize("directory.find.place-problem"),
              Optional.empty());
    };
  }

  private HelpPage.Results results(PageFrame frame, Asked asked, Optional<Place> near) {
    var t = frame.t();
    var found = search.find(asked.wish(near), asked.page(), ON_A_PAGE);
    var items =
        new Telling(t, LocalDate.now(clock))
            .items(found, entries.wholes(found.entries()), near, frame.home() + "/help");
    int pages = (int) ((found.total() + ON_A_PAGE - 1) / ON_A_PAGE);
    return new HelpPage.Results(
        told(t, found, near),
        notes(t, found, near),
        items,
        asked.page() + 1,
        pages,
        found.total() == 0 ? drops(t, asked) : List.of());
  }

  private static String told(Texts t, Found found, Optional<Place> near) {
    String told = found.isMore() ? "directory.find.told-many" : "directory.find.told";
    return near.map(place -> t.localize(told + "-near", found.total(), place.label()))
        .orElseGet(() -> t.localize(told, found.total()));
  }

  private static List<String> notes(Texts t, Found found, Optional<Place> near) {
    var notes = new ArrayList<String>();
    if (found.isLoose() && found.total() > 0) {
      notes.add(t.localize("directory.find.loose"));
    }
    if (near.isPresent() && found.total() > 0) {
      notes.add(t.localize("directory.find.straight"));
    }
    return notes;
  }

  /** What could be left out where nothing matches everything. */
  private static List<Choice> drops(Texts t, Asked asked) {
    return Stream.of(
            drop(t, "now", asked.isNow()),
            drop(t, "miles", !asked.miles().isBlank() && !asked.place().isBlank()),
            drop(t, "language", !asked.language().isBlank()),
            drop(t, "words", !asked.words().isBlank()),
            drop(t, "place", !asked.place().isBlank()),
            drop(t, "need", !asked.need().isBlank()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Choice> drop(Texts t, String what, boolean isSaid) {
    return isSaid
        ? Optional.of(Choice.of(what, t.localize("directory.find.drop-" + what), ""))
        : Optional.empty();
  }

  private static ModelAndView view(
      PageFrame frame,
      Asked asked,
      List<Choice> which,
      String placeProblem,
      Optional<HelpPage.Results> results) {
    return view(frame, asked, false, which, placeProblem, results);
  }

  private static ModelAndView view(
      PageFrame frame,
      Asked asked,
      boolean isPersonal,
      List<Choice> which,
      String placeProblem,
      Optional<HelpPage.Results> results) {
    var t = frame.t();
    return new ModelAndView(
        "directory/help",
        "page",
        new HelpPage(
            frame,
            asked.words(),
            needs(t, asked.need()),
            asked.place(),
            miles(t, asked.miles()),
            languages(t, asked.language()),
            asked.isNow(),
            isPersonal,
            which,
            placeProblem,
            results));
  }

  private static List<Choice> needs(Texts t, String chosen) {
    return Stream.concat(
            Stream.of(Choice.of("", t.localize("directory.find.any-need"), chosen)),
            Stream.of(Need.values())
                .map(need -> Choice.of(need.key(), t.localize(need.messageKey()), chosen)))
        .toList();
  }

  private static List<Choice> miles(Texts t, String chosen) {
    return Stream.of("", "5", "15", "30")
        .map(each ->
            Choice.of(
                each, t.localize("directory.find.far-" + (each.isEmpty() ? "any" : each)), chosen))
        .toList();
  }

  private static List<Choice> languages(Texts t, String chosen) {
    return Stream.concat(
            Stream.of(Choice.of("", t.localize("directory.find.any-language"), chosen)),
            Spoken.all().stream()
                .map(each ->
                    new Choice(each.tag(), each.ownName(), each.tag(), each.tag().equals(chosen))))
        .toList();
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) { // no id at all, so nothing has it
      return Optional.empty();
    }
  }
}
