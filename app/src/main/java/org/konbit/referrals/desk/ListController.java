package org.konbit.referrals.desk;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.konbit.access.Organisations;
import org.konbit.referrals.exchange.Referrals;
import org.konbit.referrals.exchange.Referrals.Got;
import org.konbit.referrals.exchange.Referrals.Sent;
import org.konbit.referrals.exchange.Referrals.Which;
import org.konbit.referrals.exchange.Status;
import org.konbit.referrals.lifecycle.State;
import org.konbit.web.DeskFrame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What came and what was sent, what waits for somebody at the top. */
@Controller
class ListController {
  private final Referrals referrals;
  private final Organisations organisations;
  private final Clock clock;

  ListController(Referrals referrals, Organisations organisations, Clock clock) {
    this.referrals = referrals;
    this.organisations = organisations;
    this.clock = clock;
  }

  @GetMapping("/desk/{lang}/referrals")
  ModelAndView list(DeskFrame desk, @RequestParam(defaultValue = "open") String show) {
    var which = show.equals("closed") ? Which.CLOSED : Which.OPEN;
    var tell = new Telling(desk.frame().t(), organisations.names(), clock);
    var got = referrals.got(which);
    var gotRows = waitingFirst(got.stream().map(each -> row(tell, each)));
    var sentRows = waitingFirst(referrals.sent(which).stream().map(each -> row(tell, each)));
    int waiting =
        (int)
            Stream.concat(gotRows.stream(), sentRows.stream())
                .filter(ListPage.Row::isWaiting)
                .count();
    int late = (int) got.stream().filter(each -> each.status().isLate(clock.instant())).count();
    return new ModelAndView(
        "referrals/list",
        "page",
        new ListPage(
            desk, which == Which.CLOSED, waiting, late, drafts(tell, which), gotRows, sentRows));
  }

  private List<ListPage.Row> drafts(Telling tell, Which which) {
    return which == Which.CLOSED
        ? List.of()
        : referrals.drafts().entrySet().stream()
            .map(each ->
                new ListPage.Row(
                    each.getKey().id().toString(),
                    each.getValue().name().full(),
                    what(tell.need(each.getKey().need()), tell.organisation(each.getKey().to())),
                    tell.t().localize("referrals.state.draft"),
                    "",
                    false))
            .toList();
  }

  private static ListPage.Row row(Telling tell, Got got) {
    var status = got.status();
    var name = got.shared().flatMap(shared -> shared.name()).map(each -> each.full());
    return new ListPage.Row(
        status.id().toString(),
        name.orElse(status.number()),
        what(
            got.handover().map(each -> tell.need(each.need())).orElse(""),
            tell.organisation(status.from())),
        tell.state(status, false),
        tell.clock(status),
        waitsForReceiver(status));
  }

  private static ListPage.Row row(Telling tell, Sent sent) {
    var status = sent.status();
    return new ListPage.Row(
        status.id().toString(),
        sent.client().map(each -> each.name().full()).orElse(status.number()),
        what(
            sent.draft().map(each -> tell.need(each.need())).orElse(""),
            tell.organisation(status.to())),
        tell.state(status, true),
        tell.clock(status),
        status.closedAt().isEmpty() && Referrals.waitsForSender(status));
  }

  private static boolean waitsForReceiver(Status status) {
    return status.state() == State.SENT
        || status.state() == State.RECEIVED
        || (status.withdrawnAt().isPresent() && status.closedAt().isEmpty());
  }

  private static String what(String need, String partner) {
    return need.isEmpty() ? partner : need + " · " + partner;
  }

  private static List<ListPage.Row> waitingFirst(Stream<ListPage.Row> rows) {
    return rows.sorted(Comparator.comparing((ListPage.Row row) -> !row.isWaiting())).toList();
  }
}
