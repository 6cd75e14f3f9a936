package org.konbit.clients;

import java.util.Set;
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
  private final Merging merging;
  private final ChosenPrograms chosen;

  ClientsRows(
      GivenClients given,
      Households households,
      Notes notes,
      Merging merging,
      ChosenPrograms chosen) {
    this.chosen = chosen;
    this.notes = notes;
    this.merging = merging;
    this.given = given;
    this.households = households;
  }

  private void choose(UUID client) {
    chosen.keep(
        UUID.randomUUID(),
        client,
        ChosenPrograms.terms(
            given.today().plusMonths(1), "ht", "", ConsentTerms.Means.SPOKEN, "May we keep it?"),
        Set.of(ChosenPrograms.Program.WIC));
  }

  @Override
  public void plant(UUID organisation) {
    var ana = given.client(organisation, "Ana", "Planted");
    GivenClients.navigator(organisation).run(() -> choose(ana));
    var luis = given.client(organisation, "Luis", "Planted");
    GivenClients.navigator(organisation)
        .run(() -> households.join(luis, ana, HouseholdRole.PARTNER));
    GivenClients.navigator(organisation)
        .run(() -> notes.write(UUID.randomUUID(), ana, Note.Audience.TEAM, "Planted"));
    var again = given.client(organisation, "Ana", "Planted");
    GivenClients.navigator(organisation).run(() -> merging.merge(ana, again));
    given.consent(organisation, ana, given.partner("Third Partner"), GivenClients.NAME_AND_CONTACT);
  }
}
