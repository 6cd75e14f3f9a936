package org.konbit.toolkit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
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
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Everything in one file that opens without a network, with what proves that it is ours. */
@Controller
class PackController {
  private final Items items;
  private final KeptPages kept;
  private final Papers papers;
  private final InlineStyle style;
  private final PackSignature signature;
  private final Rulebook rulebook;
  private final LawTables tables;

  PackController(
      Items items,
      KeptPages kept,
      Papers papers,
      InlineStyle style,
      PackSignature signature,
      Rulebook rulebook,
      LawTables tables) {
    this.items = items;
    this.kept = kept;
    this.papers = papers;
    this.style = style;
    this.signature = signature;
    this.rulebook = rulebook;
    this.tables = tables;
  }

  @GetMapping("/{lang}/pack.html")
  ModelAndView pack(PageFrame frame, HttpServletResponse response) {
    style.allow(response);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attached(frame, "html"));
    return new ModelAndView(file(frame));
  }

  /** The file's signature, as {@code openssl pkeyutl -verify -rawin} takes it. */
  @GetMapping("/{lang}/pack.sig")
  ResponseEntity<byte[]> signature(PageFrame frame) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, attached(frame, "html.sig"))
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(signature.of(file(frame).plain()));
  }

  /** The key it is checked with; the same in every language. */
  @GetMapping(value = "/{lang}/pack.pem", produces = "application/x-pem-file")
  ResponseEntity<String> key(PageFrame frame) {
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("konbit.pem").build().toString())
        .body(signature.key());
  }

  private String attached(PageFrame frame, String ending) {
    return ContentDisposition.attachment()
        .filename(named(frame, items.today()) + "." + ending)
        .build()
        .toString();
  }

  /** The name of the file, without its ending. */
  static String named(PageFrame frame, LocalDate day) {
    return "konbit-%s-%s".formatted(frame.language().tag(), day);
  }

  private PackedPageView file(PageFrame frame) {
    return kept.file(frame, frame.home() + "/pack.html", () -> made(frame));
  }

  private ModelAndView made(PageFrame frame) {
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
            t.localize("toolkit.pack.signed", papers.origin() + frame.home() + "/cards"),
            signature.fingerprint(),
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
}
