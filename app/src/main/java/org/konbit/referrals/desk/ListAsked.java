package org.konbit.referrals.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.konbit.language.Keys;
import org.konbit.referrals.exchange.Look;
import org.konbit.referrals.exchange.Look.Order;
import org.konbit.referrals.exchange.Look.Which;
import org.konbit.referrals.exchange.Referrals;
import org.konbit.web.DeskFrame;

/**
 * Which list is shown, as its address says it; nothing in it tells of a person.
 *
 * @param got how many of those that came stand before what is shown
 * @param sent the same of those that were sent
 */
record ListAsked(Look look, int got, int sent) {
  private static final int FURTHEST = 100_000;

  static ListAsked of(Map<String, String> sent, List<UUID> byName) {
    String show = sent.getOrDefault("show", "");
    var partner = OneController.id(sent.getOrDefault("partner", "")).filter(byName::contains);
    var order =
        Stream.of(Order.values())
            .filter(each -> Keys.of(each).equals(sent.getOrDefault("order", "")))
            .findFirst()
            .orElse(Order.WAITING);
    return new ListAsked(
        new Look(
            show.equals("closed") ? Which.CLOSED : Which.OPEN,
            order,
            partner,
            sent.getOrDefault("own", "").equals("yes"),
            byName),
        number(sent.getOrDefault("got", "")),
        number(sent.getOrDefault("sent", "")));
  }

  private static int number(String text) {
    return text.matches("\\d{1,6}") ? Math.min(FURTHEST, Integer.parseInt(text)) : 0;
  }

  /** Whether not all of them are shown. */
  boolean isNarrow() {
    return look.isOwn() || look.partner().isPresent();
  }

  private String address(DeskFrame desk, int otherGot, int otherSent) {
    return "%s/referrals?show=%s&order=%s&partner=%s&own=%s&got=%d&sent=%d"
        .formatted(
            desk.home(),
            Keys.of(look.which()),
            Keys.of(look.order()),
            look.partner().map(UUID::toString).orElse(""),
            look.isOwn() ? "yes" : "",
            otherGot,
            otherSent);
  }

  ListPage.Part got(DeskFrame desk, List<ListPage.Row> rows, boolean hasMore) {
    return new ListPage.Part(
        rows,
        got == 0 ? "" : address(desk, Math.max(0, got - Referrals.MOST), sent),
        hasMore ? address(desk, got + Referrals.MOST, sent) : "");
  }

  ListPage.Part sent(DeskFrame desk, List<ListPage.Row> rows, boolean hasMore) {
    return new ListPage.Part(
        rows,
        sent == 0 ? "" : address(desk, got, Math.max(0, sent - Referrals.MOST)),
        hasMore ? address(desk, got, sent + Referrals.MOST) : "");
  }
}
