package org.konbit.clients.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.konbit.access.DemoPart.Somebody;
import org.konbit.access.Role;
import org.konbit.clients.Client;
import org.konbit.clients.Clients;
import org.konbit.clients.Consents;
import org.konbit.clients.GivenClients;
import org.konbit.clients.Households;
import org.konbit.clients.Notes;
import org.konbit.testing.KonbitTest;
import org.springframework.beans.factory.annotation.Autowired;

@KonbitTest
class DemoClientsTests {
  @Autowired private Clients clients;
  @Autowired private Households households;
  @Autowired private Consents consents;
  @Autowired private Notes notes;
  @Autowired private Clock clock;
  @Autowired private GivenClients given;

  @Test
  void forty_people_live_in_their_homes_and_some_agreed_that_a_partner_is_told() {
    var harbor = given.partner("Harbor of the Demonstration");
    var valley = given.partner("Valley of the Demonstration");

    new DemoClients(clients, households, consents, notes, clock)
        .add(
            List.of(
                new Somebody(UUID.randomUUID(), harbor, "Marisol", Role.NAVIGATOR),
                new Somebody(UUID.randomUUID(), valley, "Nadège", Role.LEGAL_STAFF)));

    var atHarbor = GivenClients.navigator(harbor).call(() -> clients.latest(100));
    assertThat(atHarbor).hasSize(28);
    assertThat(GivenClients.navigator(valley).call(() -> clients.latest(100))).hasSize(12);
    var guerda =
        atHarbor.stream()
            .filter(each -> each.name().full().equals("Guerda Saint-Fleur"))
            .map(Client::id)
            .findFirst()
            .orElseThrow();
    GivenClients.navigator(harbor)
        .run(() -> {
          assertThat(households.home(guerda)).hasSize(4);
          assertThat(consents.of(guerda))
              .singleElement()
              .satisfies(each -> assertThat(each.receiver()).isEqualTo(valley));
        });
  }
}
