package org.konbit.referrals.desk;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.konbit.access.Organisations;
import org.konbit.clients.ClientStaff;
import org.konbit.referrals.exchange.Waiting;
import org.konbit.referrals.exchange.Waiting.Kind;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskWaiting;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Referrals on the desk's first page. */
@Component
@Order(10)
class ReferralsToday implements DeskWaiting {
  private final Waiting waiting;
  private final Organisations organisations;
  private final Clock clock;

  ReferralsToday(Waiting waiting, Organisations organisations, Clock clock) {
    this.waiting = waiting;
    this.organisations = organisations;
    this.clock = clock;
  }

  @Override
  public List<Group> today(DeskFrame desk) {
    if (!ClientStaff.keeps()) {
      return List.of();
    }
    var rows = new Rows(new Telling(desk.frame().t(), organisations.names(), clock));
    var today = waiting.today();
    return Stream.of(Kind.values())
        .map(kind ->
            group(
                desk,
                kind,
                kind.cameIn()
                    ? today.got().getOrDefault(kind, List.of()).stream().map(rows::got).toList()
                    : today.sent().getOrDefault(kind, List.of()).stream().map(rows::sent).toList()))
        .toList();
  }

  private static Group group(DeskFrame desk, Kind kind, List<ListPage.Row> rows) {
    String all = desk.home() + "/referrals";
    return new Group(
        NewPages.key("today", kind),
        kind == Kind.LATE || kind == Kind.UNANSWERED,
        rows.stream()
            .limit(Waiting.MOST)
            .map(row -> new Line(all + "/" + row.id(), row.who(), row.what(), when(kind, row)))
            .toList(),
        rows.size() > Waiting.MOST ? all : "");
  }

  private static String when(Kind kind, ListPage.Row row) {
    return switch (kind) {
      case LATE, UNANSWERED -> row.when();
      case TO_ANSWER -> row.state() + " · " + row.when();
      case TO_GO_ON, TAKEN_ON -> row.state();
    };
  }
}
