package org.konbit.referrals.desk;

import java.util.Set;
import org.konbit.clients.ClientStaff;
import org.konbit.web.DeskSection;
import org.springframework.stereotype.Component;

/** Referrals at the desk. */
@Component
class ReferralsSection implements DeskSection {
  @Override
  public String key() {
    return "referrals.section.referrals";
  }

  @Override
  public String place() {
    return "referrals";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public boolean isFor(Set<String> roles) {
    return ClientStaff.mayKeep(roles);
  }
}
