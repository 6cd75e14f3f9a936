package org.konbit.directory.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.konbit.database.Acting;
import org.konbit.directory.Need;
import org.konbit.directory.incoming.Imports;
import org.konbit.directory.incoming.Refused;
import org.konbit.directory.place.Gazetteer;
import org.konbit.directory.place.Place;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Entries for a test, made as the application makes them. */
@Component
@Profile("!operation")
public class GivenEntries {
  private final Keeping keeping;
  private final Gazetteer gazetteer;
  private final Clock clock;
  private final Imports imports;
  private final Refused refused;

  GivenEntries(
      Keeping keeping, Gazetteer gazetteer, Clock clock, Imports imports, Refused refused) {
    this.imports = imports;
    this.refused = refused;
    this.keeping = keeping;
    this.gazetteer = gazetteer;
    this.clock = clock;
  }

  /** One service of one organisation, in one town. */
  public record Given(UUID entry, UUID service) {}

  /** The same service, which answers partners within other hours. */
  public static ListedService answering(ListedService was, int hours) {
    return new ListedService(
        was.keeper(),
        was.id(),
        was.entry(),
        was.name(),
        was.status(),
        was.document(),
        was.needs(),
        was.modality(),
        was.intake(),
        was.hours(),
        Optional.of(Duration.ofHours(hours)),
        was.isPlaceSecret(),
        was.changedAt());
  }

  /** What is to be made; each step says one thing more. */
  public final class Draft {
    private final UUID keeper;
    private final String organisation;
    private String service = "Help";
    private String about = "";
    private Set<Need> needs = Set.of();
    private List<String> languages = List.of();
    private Optional<String> town = Optional.empty();
    private Optional<Intake> intake = Optional.empty();
    private Optional<Modality> modality = Optional.empty();
    private Optional<Hours> hours = Optional.empty();
    private Optional<Duration> answersWithin = Optional.empty();
    private boolean isPlaceSecret;
    private boolean isConfirmed = true;

    private Draft(UUID keeper, String organisation) {
      this.keeper = keeper;
      this.organisation = organisation;
    }

    public Draft offers(String name, Need... meets) {
      service = name;
      needs = Set.of(meets);
      return this;
    }

    public Draft saying(String text) {
      about = text;
      return this;
    }

    public Draft in(String where) {
      town = Optional.of(where);
      return this;
    }

    public Draft speaking(String... tags) {
      languages = List.of(tags);
      return this;
    }

    public Draft taking(Intake.State state) {
      intake = Optional.of(new Intake(state, LocalDate.now(clock)));
      return this;
    }

    public Draft by(Modality how) {
      modality = Optional.of(how);
      return this;
    }

    public Draft open(Hours when) {
      hours = Optional.of(when);
      return this;
    }

    public Draft answering(Duration within) {
      answersWithin = Optional.of(within);
      return this;
    }

    public Draft atASecretPlace() {
      isPlaceSecret = true;
      return this;
    }

    public Draft unconfirmed() {
      isConfirmed = false;
      return this;
    }

    public Given listed() {
      var entry = UUID.randomUUID();
      var id = UUID.randomUUID();
      new Acting.SystemActor(keeper, "test", "test").run(() -> list(entry, id));
      return new Given(entry, id);
    }

    private void list(UUID entry, UUID id) {
      var document =
          Document.empty()
              .with("id", entry.toString())
              .with("name", organisation)
              .with("description", "Fictional, for a test.");
      keeping.add(entry, organisation, document, Entry.Source.DESK);
      var place = town.map(where -> place(entry, where));
      keeping.put(
          new ListedService(
              keeper,
              id,
              entry,
              service,
              ListedService.Status.ACTIVE,
              service(entry, id, place),
              needs,
              modality,
              intake,
              hours,
              answersWithin,
              isPlaceSecret,
              clock.instant()));
      if (isConfirmed) {
        keeping.confirm(entry);
      }
    }

    private UUID place(UUID entry, String where) {
      if (!(gazetteer.find(where) instanceof Gazetteer.Answer.Found(Place place))) {
        throw new IllegalArgumentException(where);
      }
      var id = UUID.randomUUID();
      var address =
          Document.empty()
              .with("id", UUID.randomUUID().toString())
              .with("address_1", "1 Harbor Street")
              .with("city", place.name())
              .with("state_province", place.state())
              .with("postal_code", place.zip().isEmpty() ? "00000" : place.zip())
              .with("country", "US")
              .with("address_type", "physical");
      var document =
          Document.empty()
              .with("id", id.toString())
              .with("location_type", "physical")
              .with("addresses", List.of(address));
      keeping.put(new Location(keeper, id, entry, document, Optional.of(place.point())));
      return id;
    }

    private Document service(UUID entry, UUID id, Optional<UUID> place) {
      var document =
          Document.empty()
              .with("id", id.toString())
              .with("organization_id", entry.toString())
              .with("name", service)
              .with("status", "active")
              .with("description", about)
              .with("languages", languages.stream().map(GivenEntries::language).toList());
      return place.isEmpty()
          ? document
          : document.with(
              "service_at_locations",
              List.of(
                  Document.empty()
                      .with("id", UUID.randomUUID().toString())
                      .with("service_id", id.toString())
                      .with("location_id", place.get().toString())));
    }
  }

  /** A file that this organisation brought in, with one object that was refused. */
  public void broughtIn(UUID keeper) {
    refused(keeper, "Planted");
  }

  /** An object of that name in a file that this organisation brought in, which was refused. */
  UUID refused(UUID keeper, String name) {
    return new Acting.SystemActor(keeper, "test", "test")
        .call(() -> {
          try {
            Path file = Files.createTempFile("given", ".json");
            Files.writeString(file, "[{\"id\": \"17\", \"name\": \"%s\"}]".formatted(name));
            imports.take(file, "planted.json");
            Files.delete(file);
            return refused.waiting(1).getFirst().id();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** An entry that this organisation keeps. */
  public Draft entry(UUID keeper, String organisation) {
    return new Draft(keeper, organisation);
  }

  private static Document language(String tag) {
    return Document.empty().with("id", UUID.randomUUID().toString()).with("code", tag);
  }
}
