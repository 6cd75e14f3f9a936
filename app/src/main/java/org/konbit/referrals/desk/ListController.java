package org.konbit.referrals.desk;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.konbit.access.Organisations;
import org.konbit.referrals.exchange.Referrals;
import org.konbit.referrals.exchange.Referrals.Which;
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
    var rows = new Rows(tell);
    var gotRows = waitingFirst(got.stream().map(rows::got));
    var sentRows = waitingFirst(referrals.sent(which).stream().map(rows::sent));
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
                    Rows.what(
                        tell.need(each.getKey().need()), tell.organisation(each.getKey().to())),
                    tell.t().localize("referrals.state.draft"),
                    "",
                    false))
            .toList();
  }

  private static List<ListPage.Row> waitingFirst(Stream<ListPage.Row> rows) {
    return rows.sorted(Comparator.comparing((ListPage.Row row) -> !row.isWaiting())).toList();
  }
}
