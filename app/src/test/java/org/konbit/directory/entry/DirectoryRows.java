package org.konbit.directory.entry;

import java.util.UUID;
import org.konbit.directory.Need;
import org.konbit.testing.WalledRows;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Component
@Profile("!operation")
class DirectoryRows implements WalledRows {
  private final GivenEntries given;

  DirectoryRows(GivenEntries given) {
    this.given = given;
  }

  @Override
  public void plant(UUID organisation) {
    given.entry(organisation, "Planted").offers("Food", Need.FOOD).in("Lynn, MA").listed();
    given.broughtIn(organisation);
  }
}
