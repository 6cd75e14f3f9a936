package org.konbit.toolkit.web;

import jakarta.servlet.http.HttpServletResponse;
import org.konbit.toolkit.content.Card;
import org.konbit.toolkit.content.GovernmentAction;
import org.konbit.web.PageFrame;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is taken along: cards, and what partners show on their own sites. */
@Controller
class CardsController {
  private static final String BRIEFLY = "max-age=900, public";
  private static final int MOST_EMBEDDED = 5;

  private final Items items;
  private final KeptPages kept;
  private final Papers papers;
  private final InlineStyle style;
  private final PackSignature signature;

  CardsController(
      Items items, KeptPages kept, Papers papers, InlineStyle style, PackSignature signature) {
    this.items = items;
    this.kept = kept;
    this.papers = papers;
    this.style = style;
    this.signature = signature;
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
            frame,
            Items.foreign(frame.t()),
            links,
            frame.home() + "/pack",
            signature.fingerprint(),
            check(frame));
    return new ModelAndView("toolkit/cards", "page", page);
  }

  private String check(PageFrame frame) {
    return "openssl pkeyutl -verify -pubin -inkey konbit.pem -rawin -in %1$s.html -sigfile %1$s.html.sig"
        .formatted(PackController.named(frame, items.today()));
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
            card.heading().isSensitive(),
            style.content(),
            papers.of(frame),
            new Leaflets(frame.t(), items.today()).of(card));
    return new ModelAndView("toolkit/card", "page", page);
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
}
