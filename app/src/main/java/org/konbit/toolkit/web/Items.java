package org.konbit.toolkit.web;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.konbit.directory.Need;
import org.konbit.language.Texts;
import org.konbit.toolkit.content.Content;
import org.konbit.toolkit.content.Heading;
import org.konbit.toolkit.content.Source;
import org.konbit.toolkit.content.Spotlight;
import org.konbit.toolkit.store.Catalogue;
import org.konbit.toolkit.store.History;
import org.konbit.toolkit.store.Library;
import org.konbit.web.PageFrame;
import org.springframework.stereotype.Component;

/** Finds items and lays out what stands around them. */
@Component
class Items {
  /** The language all content is written in. */
  static final String WRITTEN_IN = "en";

  /** How long it is told what changed. */
  static final Duration LATELY = Duration.ofDays(90);

  private final Library library;
  private final History history;
  private final Papers papers;
  private final Leaving leaving;
  private final Clock clock;

  Items(Library library, History history, Papers papers, Leaving leaving, Clock clock) {
    this.library = library;
    this.history = history;
    this.papers = papers;
    this.leaving = leaving;
    this.clock = clock;
  }

  /** What readers see today. */
  Catalogue catalogue() {
    return library.current().on(today());
  }

  /** A member's story, unless its consent was taken back, be it this very moment. */
  Optional<Spotlight> spotlight(String reference) {
    return library.newest().on(today()).find(Spotlight.class, reference);
  }

  /** All members' stories that may be told at this moment. */
  List<Spotlight> spotlights() {
    return library.newest().on(today()).all(Spotlight.class);
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  /** What stands around an item. */
  Item around(PageFrame frame, Content content) {
    var t = frame.t();
    var heading = content.heading();
    return new Item(
        tab(frame, content),
        foreign(t),
        heading.isSensitive(),
        leaving.script(heading),
        t.list(new Wording(t).places(heading.jurisdictions())),
        t.list(new Wording(t).all("group", heading.groups())),
        t.localize("toolkit.item.checked", t.date(heading.checkedOn())),
        approval(t, heading),
        kept(t, heading),
        content instanceof Spotlight // it keeps none that anybody could read
            ? Optional.empty()
            : Optional.of(address(frame.home(), content) + "/versions"),
        corrected(t, heading),
        heading.isDue(today())
            ? Optional.of(t.localize("toolkit.item.due", t.date(heading.reviewBy())))
            : Optional.empty(),
        heading.isWeak(),
        sources(t, heading),
        related(frame, heading),
        help(frame, heading),
        papers.of(frame));
  }

  /** What the browser's tab and history say of an item: not what a sensitive one is about. */
  static String tab(PageFrame frame, Content content) {
    return content.heading().isSensitive()
        ? frame.t().localize("toolkit.item.neutral", frame.coalition())
        : content.title();
  }

  /** Who has approved this wording, or that no lawyer has. */
  static String approval(Texts t, Heading heading) {
    return heading
        .review()
        .approvedOn()
        .map(day -> t.localize("toolkit.item.approved", t.date(day)))
        .orElseGet(() -> t.localize("toolkit.item.not-approved"));
  }

  /** What readers may have read here a while ago that is not so. */
  private Optional<Item.Corrected> corrected(Texts t, Heading heading) {
    return heading.review().revision() == 1
        ? Optional.empty()
        : history
            .correction(heading.kind(), heading.id(), clock.instant().minus(LATELY))
            .map(each -> corrected(t, each))
            .filter(each -> !each.difference().was().isEmpty());
  }

  private Item.Corrected corrected(Texts t, History.Correction correction) {
    var day = LocalDate.ofInstant(correction.after().madeAt(), clock.getZone());
    return new Item.Corrected(
        t.localize("toolkit.item.corrected", t.date(day)),
        Difference.between(correction.before(), correction.after()));
  }

  /** Which wording it is, since when the item stands there, and when it is looked at again. */
  private String kept(Texts t, Heading heading) {
    var said = new ArrayList<String>();
    heading
        .review()
        .publishedOn()
        .ifPresent(day ->
            said.add(t.localize("toolkit.item.version", heading.review().revision(), t.date(day))));
    if (heading.isReviewed() && !heading.isDue(today())) {
      said.add(t.localize("toolkit.item.again", t.date(heading.reviewBy())));
    }
    return String.join(" ", said);
  }

  /** Where the directory has who helps. */
  private static List<Link> help(PageFrame frame, Heading heading) {
    return heading.needs().stream().map(need -> help(frame, need)).toList();
  }

  /** Where the directory has who helps with one thing. */
  static Link help(PageFrame frame, Need need) {
    return new Link(
        "%s/help?need=%s".formatted(frame.home(), need.key()),
        frame.t().localize(need.messageKey()),
        "");
  }

  /** The language of content, where it is not the reader's. */
  static Optional<String> foreign(Texts t) {
    return t.language().tag().equals(WRITTEN_IN) ? Optional.empty() : Optional.of(WRITTEN_IN);
  }

  private static List<Item.Cited> sources(Texts t, Heading heading) {
    return heading.sources().stream().map(source -> cited(t, source)).toList();
  }

  private static Item.Cited cited(Texts t, Source source) {
    var words = new Wording(t);
    var dates = new ArrayList<String>();
    source
        .publishedOn()
        .ifPresent(when -> dates.add(t.localize("toolkit.source.published", words.when(when))));
    dates.add(t.localize("toolkit.source.read", t.date(source.readOn())));
    return new Item.Cited(
        source.title(),
        source.publisher(),
        source.address().map(URI::toString),
        String.join(" · ", dates),
        words.confidence(source));
  }

  private List<Link> related(PageFrame frame, Heading heading) {
    var catalogue = catalogue();
    return heading.related().stream()
        .flatMap(reference -> catalogue.find(reference).stream())
        .filter(other -> !(other instanceof Spotlight)) // it may be taken back at any moment
        .map(other -> link(frame, other))
        .toList();
  }

  /** The way to an item. */
  static Link link(PageFrame frame, Content content) {
    return new Link(address(frame.home(), content), content.title(), content.summary());
  }

  static String address(String home, Content content) {
    var heading = content.heading();
    return "%s/%s/%s".formatted(home, heading.kind().section(), heading.id());
  }
}
