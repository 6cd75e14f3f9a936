package org.konbit.access.signin;

import java.util.Optional;
import java.util.UUID;
import org.konbit.access.Role;
import org.konbit.testing.WalledRows;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Component
@Profile("!operation")
class AccessRows implements WalledRows {
  private final GivenStaff given;

  AccessRows(GivenStaff given) {
    this.given = given;
  }

  @Override
  public void plant(UUID organisation) {
    given.person(organisation, Role.NAVIGATOR);
    given.invitation(organisation, Optional.empty(), Role.NAVIGATOR);
  }
}
