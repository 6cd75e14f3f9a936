package org.konbit.referrals.desk;

import org.konbit.referrals.exchange.Referrals;
import org.konbit.referrals.exchange.Referrals.Got;
import org.konbit.referrals.exchange.Referrals.Sent;
import org.konbit.referrals.exchange.Status;
import org.konbit.referrals.lifecycle.State;

/** Says referrals as rows of a list. */
record Rows(Telling tell) {
  ListPage.Row got(Got got) {
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

  ListPage.Row sent(Sent sent) {
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

  static String what(String need, String partner) {
    return need.isEmpty() ? partner : need + " · " + partner;
  }

  private static boolean waitsForReceiver(Status status) {
    return status.state() == State.SENT
        || status.state() == State.RECEIVED
        || (status.withdrawnAt().isPresent() && status.closedAt().isEmpty());
  }
}
