package org.konbit.clients;

import static org.konbit.testing.DeskCalls.Call.form;
import static org.konbit.testing.DeskCalls.Call.page;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.konbit.testing.DeskCalls;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Component
@Profile("!operation")
class ClientsCalls implements DeskCalls {
  private static final String ALL = "/desk/{lang}/clients";
  private static final String ONE = ALL + "/{id}";
  private static final String NAMED = "Wendolyn";
  private static final String INTERPRETED = "Plantina Interpreter";

  private final GivenClients given;
  private UUID client = new UUID(0, 0);
  private UUID consent = new UUID(0, 0);

  ClientsCalls(GivenClients given) {
    this.given = given;
  }

  @Override
  public List<String> plant(UUID organisation) {
    client = given.client(organisation, NAMED, "Planted-Client");
    consent =
        given.consent(
            organisation,
            client,
            given.partner("Third Partner"),
            GivenClients.NAME_AND_CONTACT,
            INTERPRETED);
    return List.of(NAMED, INTERPRETED);
  }

  @Override
  public List<Call> calls() {
    var id = Map.of("id", client.toString());
    var both = Map.of("id", client.toString(), "consent", consent.toString());
    var person = Map.of("id", UUID.randomUUID().toString(), "given", "");
    return List.of(
        form(ALL, Map.of(), Map.of("name", "planted")),
        form(ALL + "/new", Map.of(), person),
        page(ONE, "id", client),
        page(ONE + "/edit", "id", client),
        page(ONE + "/housemate", "id", client),
        page(ONE + "/consent", "id", client),
        page(ONE + "/everything", "id", client),
        page(ONE + "/programs", "id", client),
        form(ONE + "/programs", id, Map.of("program", "wic", "language", "ht")),
        page(ONE + "/same", "id", client),
        form(ONE + "/same", id, Map.of("other", client.toString())),
        form(ONE + "/apart", id, Map.of("other", client.toString())),
        form(ONE + "/erase", id, Map.of("sure", "yes")),
        form(ONE + "/edit", id, Map.of("given", "Ours", "version", "1")),
        form(ONE + "/notes", id, Map.of("note", "Ours", "id", client.toString())),
        form(ONE + "/home", id, Map.of("other", client.toString())),
        form(ONE + "/leave-home", id, Map.of()),
        form(ONE + "/consent", id, Map.of("step", "agreed")),
        form(ONE + "/consents/{consent}/withdraw", both, Map.of("how", "SPOKEN")));
  }
}
