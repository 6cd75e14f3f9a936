package org.konbit.clients;

import java.util.UUID;
import org.konbit.testing.WalledRows;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Component
@Profile("!operation")
class ClientsRows implements WalledRows {
  private final GivenClients given;
  private final Households households;
  private final Notes notes;

  ClientsRows(GivenClients given, Households households, Notes notes) {
    this.notes = notes;
    this.given = given;
    this.households = households;
  }

  @Override
  public void plant(UUID organisation) {
    var ana = given.client(organisation, "Ana", "Planted");
    var luis = given.client(organisation, "Luis", "Planted");
    GivenClients.navigator(organisation)
        .run(() -> households.join(luis, ana, HouseholdRole.PARTNER));
    GivenClients.navigator(organisation)
        .run(() -> notes.write(UUID.randomUUID(), ana, Note.Audience.TEAM, "Planted"));
    given.consent(organisation, ana, given.partner("Third Partner"), GivenClients.NAME_AND_CONTACT);
  }
}
