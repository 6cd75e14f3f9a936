package org.konbit.referrals.exchange;

import java.util.UUID;
import org.konbit.access.signin.GivenStaff;
import org.konbit.directory.Need;
import org.konbit.referrals.lifecycle.State;
import org.konbit.testing.WalledRows;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Component
@Profile("!operation")
class ReferralsRows implements WalledRows {
  private final GivenReferrals given;
  private final GivenStaff staff;
  private final Conversation conversation;

  ReferralsRows(GivenReferrals given, GivenStaff staff, Conversation conversation) {
    this.given = given;
    this.staff = staff;
    this.conversation = conversation;
  }

  @Override
  public void plant(UUID organisation) {
    var third = staff.organisation("Third Partner");
    var sent = given.sent(organisation, third, Need.FOOD, "Planted");
    GivenReferrals.worker(organisation).run(() -> conversation.write(sent.id(), "Planted"));
    var got = given.sent(third, organisation, Need.FOOD, "Planted");
    given.places(organisation, got.service(), 3);
    given.move(organisation, got.id(), Change.to(State.ACCEPTED));
    GivenReferrals.worker(organisation).run(() -> conversation.write(got.id(), "Planted"));
  }
}
