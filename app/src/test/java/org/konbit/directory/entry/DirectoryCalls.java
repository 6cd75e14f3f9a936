package org.konbit.directory.entry;

import static org.konbit.testing.DeskCalls.Call.form;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.konbit.directory.Need;
import org.konbit.testing.DeskCalls;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
@Profile("!operation")
class DirectoryCalls implements DeskCalls {
  private static final String ENTRY = "/desk/{lang}/directory/{id}";
  private static final String SERVICE = ENTRY + "/services/{service}";
  private static final String PLACE = ENTRY + "/places/{place}";
  private static final String IMPORT = "/desk/{lang}/directory/import";
  private static final UUID NOTHING = new UUID(0, 0);

  private final GivenEntries given;
  private final JdbcClient jdbc;
  private UUID location = NOTHING;
  private UUID refusal = NOTHING;
  private GivenEntries.Given planted = new GivenEntries.Given(NOTHING, NOTHING);

  DirectoryCalls(GivenEntries given, JdbcClient jdbc) {
    this.given = given;
    this.jdbc = jdbc;
  }

  @Override
  public List<String> plant(UUID organisation) {
    planted =
        given.entry(organisation, "Planted").offers("Food", Need.FOOD).in("Lynn, MA").listed();
    location =
        jdbc.sql("SELECT id FROM directory_location WHERE entry_id = :entry")
            .param("entry", planted.entry())
            .query(UUID.class)
            .single();
    var name = "Lantern %s".formatted(UUID.randomUUID());
    refusal = given.refused(organisation, name);
    return List.of(name); // everybody may read an entry; what was refused is its keeper's alone
  }

  @Override
  public List<Call> calls() {
    String id = planted.entry().toString();
    var entry = Map.of("id", id);
    var service = Map.of("id", id, "service", planted.service().toString());
    var place = Map.of("id", id, "place", location.toString());
    var name = Map.of("name", "Ours now");
    var refused = Map.of("id", refusal.toString());
    return Stream.of(
            Stream.of(ENTRY, ENTRY + "/edit").map(page -> new Call("GET", page, entry, Map.of())),
            Stream.of(
                new Call("GET", SERVICE, service, Map.of()),
                new Call("GET", PLACE, place, Map.of()),
                new Call("GET", IMPORT + "/{id}", refused, Map.of()),
                form(IMPORT, Map.of(), Map.of("file", "")),
                form(IMPORT + "/{id}", refused, name),
                form(IMPORT + "/{id}/leave", refused, Map.of()),
                form("/desk/{lang}/directory", Map.of(), Map.of("name", "")),
                form(ENTRY + "/edit", entry, name),
                form(ENTRY + "/confirm", entry, Map.of()),
                form(ENTRY + "/withdraw", entry, Map.of()),
                form(ENTRY + "/hand-over", entry, Map.of("to", NOTHING.toString())),
                form(SERVICE, service, name),
                form(SERVICE + "/remove", service, Map.of()),
                form(PLACE, place, name),
                form(PLACE + "/remove", place, Map.of())))
        .flatMap(calls -> calls)
        .toList();
  }
}
