package org.konbit.toolkit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.konbit.screening.Law;
import org.konbit.screening.LawTables;
import org.konbit.screening.Rulebook;
import org.konbit.toolkit.content.Announcement;
import org.konbit.toolkit.content.Bill;
import org.konbit.toolkit.content.Campaign;
import org.konbit.toolkit.content.Card;
import org.konbit.toolkit.content.Content;
import org.konbit.toolkit.content.GovernmentAction;
import org.konbit.toolkit.content.Guide;
import org.konbit.toolkit.content.Right;
import org.konbit.web.PageFrame;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is taken along: cards, the offline pack, and what partners show on their own sites. */
@Controller
class CardsController {
  private static final String BRIEFLY = "max-age=900, public";
  private static final int MOST_EMBEDDED = 5;

  private final Items items;
  private final KeptPages kept;
  private final Papers papers;
  private final InlineStyle style;
  private final Rulebook rulebook;
  private final LawTables tables;

  CardsController(
      Items items,
      KeptPages kept,
      Papers papers,
      InlineStyle style,
      Rulebook rulebook,
      LawTables tables) {
    this.items = items;
    this.kept = kept;
    this.papers = papers;
    this.style = style;
    this.rulebook = rulebook;
    this.tables = tables;
  }

  @GetMapping("/{lang}/cards")
  ModelAndView cards(PageFrame frame) {
    return kept.page(frame, () -> all(frame));
  }

  private ModelAndView all(PageFrame frame) {
    var links =
        items.catalogue().all(Card.class).stream().map(card -> Items.link(frame, card)).toList();
    var page =
        new CardsPage(
            frame, Items.foreign(frame.t()), links, "/%s/pack.html".formatted(tag(frame)));
    return new ModelAndView("toolkit/cards", "page", page);
  }

  @GetMapping("/{lang}/cards/{id}")
  ModelAndView card(PageFrame frame, @PathVariable String id, HttpServletResponse response) {
    var card = items.catalogue().find(Card.class, "card/" + id).orElseThrow(RightsController::gone);
    style.allow(response);
    return kept.page(frame, () -> one(frame, card));
  }

  private ModelAndView one(PageFrame frame, Card card) {
    var page =
        new CardPage(
            frame,
            Items.foreign(frame.t()),
            style.content(),
            papers.of(frame),
            new Leaflets(frame.t(), items.today()).of(card));
    return new ModelAndView("toolkit/card", "page", page);
  }

  @GetMapping("/{lang}/pack.html")
  ModelAndView pack(PageFrame frame, HttpServletResponse response) {
    style.allow(response);
    response.setHeader(HttpHeaders.CACHE_CONTROL, BRIEFLY);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"konbit-%s-%s.html\"".formatted(tag(frame), items.today()));
    var t = frame.t();
    var shelves =
        Stream.of(
                shelf(frame, "toolkit.cards.title", Card.class),
                shelf(frame, "toolkit.community.announcements", Announcement.class),
                shelf(frame, "toolkit.rights.title", Right.class),
                shelf(frame, "toolkit.pack.guides", Guide.class),
                shelf(frame, "toolkit.changes.title", GovernmentAction.class),
                shelf(frame, "toolkit.agenda.title", Campaign.class),
                shelf(frame, "toolkit.agenda.bills", Bill.class))
            .filter(shelf -> !shelf.leaflets().isEmpty())
            .toList();
    var page =
        new PackPage(
            frame,
            Items.foreign(t),
            style.content(),
            t.localize("toolkit.pack.made", t.date(items.today()), papers.origin()),
            shelves,
            rulebook.law().map(law -> coverages(frame, law)).orElseGet(List::of));
    return new ModelAndView("toolkit/pack", "page", page);
  }

  private <C extends Content> PackPage.Shelf shelf(PageFrame frame, String key, Class<C> kind) {
    var leaflets = new Leaflets(frame.t(), items.today());
    return new PackPage.Shelf(
        frame.t().localize(key), items.catalogue().all(kind).stream().map(leaflets::of).toList());
  }

  private List<PackPage.Given> coverages(PageFrame frame, Law law) {
    var telling = new CoverageTelling(law, tables, frame.t(), items.today());
    var says = new LawSayings(law, frame.t());
    return telling.statuses().stream()
        .map(status -> new PackPage.Given(says.status(status), telling.of(status)))
        .toList();
  }

  @GetMapping("/{lang}/embed/changes")
  ModelAndView embedded(
      PageFrame frame,
      @RequestParam(defaultValue = "") String group,
      @RequestParam(defaultValue = "") String program,
      @RequestParam(defaultValue = "") String state,
      HttpServletResponse response) {
    var question = ChangesQuestion.read(group, program, state);
    if (!question.isWhole()) {
      throw RightsController.gone();
    }
    style.allowFramed(response);
    response.setHeader(HttpHeaders.CACHE_CONTROL, BRIEFLY);
    var tellings = new Tellings(frame.t(), papers.origin() + frame.home(), items.today());
    var page =
        new EmbeddedPage(
            frame,
            Items.foreign(frame.t()),
            style.content(),
            papers.origin() + frame.home() + "/changes" + question.query(),
            Tellings.newestFirst(items.catalogue().all(GovernmentAction.class), items.today())
                .filter(question::isFor)
                .limit(MOST_EMBEDDED)
                .map(tellings::told)
                .toList());
    return new ModelAndView("toolkit/embedded", "page", page);
  }

  private static String tag(PageFrame frame) {
    return frame.language().tag();
  }
}
