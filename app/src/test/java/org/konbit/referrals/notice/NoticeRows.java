package org.konbit.referrals.notice;

import java.util.UUID;
import org.konbit.access.signin.GivenStaff;
import org.konbit.directory.Need;
import org.konbit.referrals.exchange.GivenReferrals;
import org.konbit.testing.WalledRows;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Component
@Profile("!operation")
class NoticeRows implements WalledRows {
  private final GivenReferrals given;
  private final GivenStaff staff;
  private final Mailboxes mailboxes;
  private final Notices notices;

  NoticeRows(GivenReferrals given, GivenStaff staff, Mailboxes mailboxes, Notices notices) {
    this.given = given;
    this.staff = staff;
    this.mailboxes = mailboxes;
    this.notices = notices;
  }

  @Override
  public void plant(UUID organisation) {
    GivenReferrals.worker(organisation)
        .run(() -> mailboxes.set(new Mailboxes.Mailbox("intake@example.org", "en")));
    given.sent(staff.organisation("Third Partner"), organisation, Need.FOOD, "Planted");
    notices.run(organisation);
  }
}
