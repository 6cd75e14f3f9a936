package org.konbit.bench;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.konbit.directory.Need;
import org.konbit.referrals.exchange.ClockWork;
import org.konbit.referrals.exchange.Draft;
import org.konbit.referrals.exchange.Drafts;
import org.konbit.referrals.exchange.Look;
import org.konbit.referrals.exchange.Referrals;
import org.konbit.referrals.exchange.Sending;
import org.konbit.referrals.exchange.Waiting;
import org.konbit.referrals.lifecycle.Track;
import org.konbit.referrals.report.Quarter;
import org.konbit.referrals.report.Reports;

/** What half a million open referrals between eighty organisations cost. */
final class ReferralFigures {
  private final boolean isQuick;
  private final int referrals;
  private final int rounds;

  ReferralFigures(boolean isQuick) {
    this.isQuick = isQuick;
    this.referrals = isQuick ? 80_000 : 500_000;
    this.rounds = isQuick ? 200 : 1_000;
  }

  private record Ready(UUID organisation, UUID draft) {}

  List<Figure> measure() throws IOException {
    try (var coalition = new Coalition(isQuick ? 100 : 2_500)) {
      coalition.refer(referrals);
      var figures = new ArrayList<Figure>();
      figures.add(inbox(coalition));
      figures.add(today(coalition));
      figures.add(sending(coalition));
      figures.add(report(coalition));
      figures.add(clock(coalition));
      return figures;
    }
  }

  private Figure inbox(Coalition coalition) {
    var all = coalition.bean(Referrals.class);
    return Coalition.figure(
        "Referrals: an inbox of %d, among %,d".formatted(Referrals.MOST, referrals),
        50,
        Coalition.times(
            rounds,
            () ->
                Coalition.worker(coalition.anyPartner().id())
                    .call(() -> all.got(Look.at(Look.Which.OPEN), 0))));
  }

  private Figure today(Coalition coalition) {
    var waiting = coalition.bean(Waiting.class);
    return Coalition.figure(
        "Referrals: what waits today",
        50,
        Coalition.times(
            rounds, () -> Coalition.worker(coalition.anyPartner().id()).call(waiting::today)));
  }

  private Figure sending(Coalition coalition) {
    Deque<Ready> ready = new ArrayDeque<>();
    for (int i = 0; i < rounds + rounds / 4; i++) {
      ready.add(draft(coalition, i));
    }
    var sending = coalition.bean(Sending.class);
    return Coalition.figure(
        "Referrals: sending one, with all its transactions",
        100,
        Coalition.times(
            rounds,
            () -> {
              var next = ready.remove();
              return Coalition.worker(next.organisation())
                  .call(() -> {
                    sending.send(next.draft(), UUID.randomUUID());
                    return true;
                  });
            }));
  }

  private static Ready draft(Coalition coalition, int number) {
    var partners = coalition.partners();
    var from = partners.get(number % partners.size());
    var to = partners.get((number + 1) % partners.size());
    var client = from.clients().get(number / partners.size());
    coalition.consent(from, client, to);
    var draft =
        new Draft(
            UUID.randomUUID(),
            client,
            to.id(),
            to.service(),
            Need.FOOD,
            Track.ORDINARY,
            Draft.Warmth.WARM,
            Draft.Urgency.ROUTINE,
            Draft.Contact.PARTNER_CALLS,
            Coalition.SHARED,
            "",
            Optional.empty());
    Coalition.worker(from.id()).run(() -> coalition.bean(Drafts.class).write(draft));
    return new Ready(from.id(), draft.id());
  }

  private Figure report(Coalition coalition) {
    var reports = coalition.bean(Reports.class);
    var quarter = Quarter.of(LocalDate.now(coalition.bean(Clock.class)));
    return Coalition.figure(
        "Referrals: the report of one organisation, among %,d".formatted(referrals),
        1_000,
        Coalition.times(
            Math.max(20, rounds / 20),
            () ->
                Coalition.worker(coalition.anyPartner().id())
                    .call(() -> reports.counts(Reports.Side.SENT, quarter))));
  }

  private Figure clock(Coalition coalition) {
    var work = coalition.bean(ClockWork.class);
    long start = System.nanoTime();
    int moved = work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Figure(
        "Referrals: the clock over %,d open ones, of which it moved or reminded of %,d"
            .formatted(referrals, moved),
        "%.1f s".formatted(seconds),
        "",
        "500,000 in ≤ 30 s",
        seconds * 500_000 / referrals <= 30 ? "met" : "missed");
  }
}
