package org.konbit.directory.shipped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konbit.directory.Need;
import org.konbit.directory.entry.Document;
import org.konbit.directory.place.Gazetteer;
import org.konbit.directory.place.Place;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.stereotype.Component;

/** The entries that come with the program, from files that somebody can review line by line. */
@Component
class ShippedEntries {
  private static final List<String> FILES = List.of("partners", "legal-help");
  private static final Map<String, String> STATES =
      Map.of("MA", "Massachusetts", "CT", "Connecticut");

  private final Gazetteer gazetteer;

  ShippedEntries(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** One organisation. */
  record Shipped(
      UUID id,
      String name,
      Document document,
      Optional<ShippedPlace> place,
      List<ShippedService> services) {}

  /** The town it is in; no source gave an address. */
  record ShippedPlace(UUID id, Document document, Place town) {}

  /** What it offers. */
  record ShippedService(
      UUID id, String name, Set<Need> needs, boolean isFromAfar, Document document) {}

  /** All of them. */
  List<Shipped> all() {
    return FILES.stream().flatMap(file -> read(file).stream()).map(this::entry).toList();
  }

  private Shipped entry(Map<?, ?> given) {
    String key = text(given, "key");
    var id = id(key);
    String state = text(given, "state");
    var document =
        Document.empty()
            .with("id", id.toString())
            .with("name", text(given, "name"))
            .with("description", text(given, "about"))
            .with("website", text(given, "website"));
    return new Shipped(
        id,
        text(given, "name"),
        document,
        place(key, text(given, "town"), state),
        maps(given, "services").stream()
            .map(each -> service(key, id, state, !text(given, "town").isEmpty(), each))
            .toList());
  }

  private Optional<ShippedPlace> place(String key, String town, String state) {
    if (town.isEmpty()) {
      return Optional.empty();
    }
    if (!(gazetteer.find(town + ", " + state) instanceof Gazetteer.Answer.Found(Place place))) {
      throw new IllegalStateException("The town (%s) of (%s) is unknown.".formatted(town, key));
    }
    var id = id(key + "/place");
    var document =
        Document.empty()
            .with("id", id.toString())
            .with("location_type", "physical")
            .with("name", place.label());
    return Optional.of(new ShippedPlace(id, document, place));
  }

  private static ShippedService service(
      String key, UUID entry, String state, boolean hasPlace, Map<?, ?> given) {
    String under = key + "/" + text(given, "name");
    var id = id(under);
    var document =
        Document.empty()
            .with("id", id.toString())
            .with("organization_id", entry.toString())
            .with("name", text(given, "name"))
            .with("status", "active")
            .with("description", text(given, "about"))
            .with("phones", phones(under, given))
            .with("service_areas", List.of(area(under, state)));
    boolean isFromAfar = Boolean.TRUE.equals(given.get("afar"));
    var placed =
        hasPlace
            ? document.with("service_at_locations", List.of(at(under, id, id(key + "/place"))))
            : document;
    return new ShippedService(id, text(given, "name"), needs(given), isFromAfar, placed);
  }

  private static Document area(String under, String state) {
    return Document.empty()
        .with("id", id(under + "/area").toString())
        .with("name", STATES.getOrDefault(state, state));
  }

  private static Document at(String under, UUID service, UUID place) {
    return Document.empty()
        .with("id", id(under + "/at").toString())
        .with("service_id", service.toString())
        .with("location_id", place.toString());
  }

  private static List<Document> phones(String under, Map<?, ?> given) {
    return maps(given, "phones").stream()
        .map(each ->
            Document.empty()
                .with("id", id(under + "/" + text(each, "number")).toString())
                .with("number", text(each, "number"))
                .with("description", text(each, "note")))
        .toList();
  }

  private static Set<Need> needs(Map<?, ?> given) {
    return given.get("needs") instanceof List<?> keys
        ? keys.stream()
            .map(key -> Need.of(String.valueOf(key)).orElseThrow())
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  /** The same at every start, so that what was added once is known again. */
  private static UUID id(String of) {
    return UUID.nameUUIDFromBytes(("konbit/directory/" + of).getBytes(StandardCharsets.UTF_8));
  }

  private static List<Map<?, ?>> read(String file) {
    String resource = "/directory/shipped/%s.yaml".formatted(file);
    try (InputStream in = ShippedEntries.class.getResourceAsStream(resource)) {
      return objects(new Load(LoadSettings.builder().build()).loadFromInputStream(in)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Map<?, ?>> maps(Map<?, ?> given, String key) {
    return objects(given.get(key)).toList();
  }

  private static Stream<Map<?, ?>> objects(@org.jspecify.annotations.Nullable Object list) {
    return list instanceof List<?> all
        ? all.stream().flatMap(each -> each instanceof Map<?, ?> map ? Stream.of(map) : Stream.of())
        : Stream.of();
  }

  private static String text(Map<?, ?> given, String key) {
    return given.get(key) instanceof String text ? text : "";
  }
}
