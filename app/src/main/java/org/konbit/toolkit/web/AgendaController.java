package org.konbit.toolkit.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.konbit.toolkit.content.Bill;
import org.konbit.toolkit.content.Campaign;
import org.konbit.web.PageFrame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What the coalition works for, and how far each bill has come. */
@Controller
class AgendaController {
  private static final int TIERS = 3;

  private final Items items;
  private final KeptPages kept;

  AgendaController(Items items, KeptPages kept) {
    this.items = items;
    this.kept = kept;
  }

  @GetMapping("/{lang}/agenda")
  ModelAndView agenda(PageFrame frame) {
    return kept.page(frame, () -> all(frame));
  }

  private ModelAndView all(PageFrame frame) {
    var t = frame.t();
    var shelves =
        Stream.concat(
                IntStream.rangeClosed(1, TIERS)
                    .mapToObj(tier ->
                        shelf(
                            frame,
                            t.localize("toolkit.agenda.tier-" + tier),
                            bill -> bill.tier().orElse(0) == tier)),
                Stream.of(
                    shelf(
                        frame,
                        t.localize("toolkit.agenda.watched"),
                        bill -> bill.tier().isEmpty())))
            .filter(shelf -> !shelf.bills().isEmpty())
            .toList();
    var campaigns =
        items.catalogue().all(Campaign.class).stream()
            .map(campaign -> Items.link(frame, campaign))
            .toList();
    var page = new AgendaPage(frame, Items.foreign(t), campaigns, shelves);
    return new ModelAndView("toolkit/agenda", "page", page);
  }

  private AgendaPage.Shelf shelf(PageFrame frame, String heading, Predicate<Bill> wanted) {
    return new AgendaPage.Shelf(
        heading,
        items.catalogue().all(Bill.class).stream()
            .filter(wanted)
            .map(bill -> line(frame, bill))
            .toList());
  }

  private AgendaPage.Line line(PageFrame frame, Bill bill) {
    var t = frame.t();
    var bills = new Bills(t, items.today());
    return new AgendaPage.Line(
        Items.link(frame, bill),
        bills.numbers(bill),
        bills.standing(bill),
        bills.tone(bill),
        t.list(new Wording(t).places(bill.heading().jurisdictions())),
        t.localize("toolkit.bill.checked", t.date(bill.heading().checkedOn())));
  }

  @GetMapping("/{lang}/agenda/{id}")
  ModelAndView bill(PageFrame frame, @PathVariable String id) {
    var bill = items.catalogue().find(Bill.class, "bill/" + id).orElseThrow(RightsController::gone);
    return kept.page(frame, () -> one(frame, bill));
  }

  private ModelAndView one(PageFrame frame, Bill bill) {
    var bills = new Bills(frame.t(), items.today());
    var page =
        new BillPage(
            frame,
            items.around(frame, bill),
            bill,
            bills.standing(bill),
            bills.fate(bill),
            bill.note()
                .map(note ->
                    frame
                        .t()
                        .localize("toolkit.bill.note", note.by(), frame.t().date(note.asOf()))),
            facts(frame, bill),
            steps(frame, bill));
    return new ModelAndView("toolkit/bill", "page", page);
  }

  private List<ChangePage.Fact> facts(PageFrame frame, Bill bill) {
    var t = frame.t();
    var facts = new ArrayList<ChangePage.Fact>();
    fact(facts, t.localize("toolkit.bill.session"), bill.session().name());
    fact(facts, t.localize("toolkit.bill.numbers"), String.join(", ", bill.numbers()));
    for (var each : bill.earlier()) {
      fact(
          facts,
          t.localize("toolkit.bill.earlier"),
          String.join(", ", each.numbers()) + " · " + each.session());
    }
    fact(facts, t.localize("toolkit.bill.sponsors"), String.join(", ", bill.sponsors()));
    facts.add(
        new ChangePage.Fact(
            t.localize("toolkit.bill.position"),
            new Wording(t).of("position", bill.position()),
            false));
    return facts;
  }

  private static void fact(List<ChangePage.Fact> facts, String label, String words) {
    if (!words.isEmpty()) {
      facts.add(new ChangePage.Fact(label, words, true));
    }
  }

  private static List<ChangePage.Happened> steps(PageFrame frame, Bill bill) {
    var words = new Wording(frame.t());
    return bill.history().reversed().stream()
        .map(step ->
            new ChangePage.Happened(
                step.on().iso(),
                words.when(step.on()),
                step.raw(),
                "",
                bill.heading().sources().get(step.source() - 1).publisher()))
        .toList();
  }

  @GetMapping("/{lang}/campaigns/{id}")
  ModelAndView campaign(PageFrame frame, @PathVariable String id) {
    var campaign =
        items
            .catalogue()
            .find(Campaign.class, "campaign/" + id)
            .orElseThrow(RightsController::gone);
    return kept.page(frame, () -> one(frame, campaign));
  }

  private ModelAndView one(PageFrame frame, Campaign campaign) {
    var lines =
        campaign.bills().stream()
            .map(reference -> items.catalogue().find(Bill.class, reference))
            .flatMap(Optional::stream)
            .map(bill -> line(frame, bill))
            .toList();
    var page = new CampaignPage(frame, items.around(frame, campaign), campaign, lines);
    return new ModelAndView("toolkit/campaign", "page", page);
  }
}
