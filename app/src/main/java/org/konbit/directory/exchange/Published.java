package org.konbit.directory.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.konbit.directory.entry.Document;
import org.konbit.directory.entry.Entry;
import org.konbit.directory.entry.ListedService;
import org.konbit.directory.entry.Location;
import org.konbit.directory.entry.Whole;
import org.springframework.stereotype.Component;

/**
 * Entries as the standard's objects: what came in goes out as it was, and what the standard cannot
 * say otherwise, such as needs, goes out as attributes of our own vocabularies.
 */
@Component
class Published {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Vocabulary vocabulary;
  private final Clock clock;

  Published(Vocabulary vocabulary, Clock clock) {
    this.vocabulary = vocabulary;
    this.clock = clock;
  }

  /** Whether an entry goes out: readers see it, and it says what the standard requires. */
  boolean isPublic(Whole whole) {
    return whole.entry().isShown(LocalDate.now(clock))
        && whole.entry().document().text("description").isPresent();
  }

  /** An organisation with its places, but without its services, whatever it nests itself. */
  Document organization(Whole whole) {
    return bare(whole.entry())
        .with("locations", whole.locations().stream().map(Location::document).toList());
  }

  /** An organisation with its services, each whole. */
  Document organizationWithServices(Whole whole) {
    return organization(whole)
        .with(
            "services",
            whole.services().stream()
                .map(each -> service(whole, each).without("organization"))
                .toList());
  }

  /** An organisation as a list shows it: its own fields alone. */
  static Document listed(Document document, String kind) {
    var copy = document.json().deepCopy();
    Standard.kind(kind).nested().forEach(each -> copy.remove(each.field()));
    return new Document(copy);
  }

  /** A service with all that hangs from it. */
  Document service(Whole whole, ListedService service) {
    var document = said(whole.entry(), service);
    var at = new ArrayList<Document>();
    for (var each : service.document().list("service_at_locations")) {
      at.add(located(whole, each));
    }
    return document
        .with("service_at_locations", at)
        .with("organization", listed(bare(whole.entry()), "organization").json());
  }

  /** A service as a list shows it. */
  Document listedService(Whole whole, ListedService service) {
    var document = said(whole.entry(), service);
    var program = document.one("program");
    var listed =
        listed(document, "service")
            .with("organization", listed(bare(whole.entry()), "organization").json());
    return program.map(each -> listed.with("program", each.json())).orElse(listed);
  }

  /** A service at one of its places, with both. */
  Document atLocation(
      Whole whole, ListedService service, Document at, Lines.Telling<ListedService> telling) {
    return located(whole, at)
        .with("service_id", service.id().toString())
        .with("service", telling.of(whole, service).without("service_at_locations").json());
  }

  private Document said(Entry entry, ListedService service) {
    var document =
        service
            .document()
            .with("id", service.id().toString())
            .with("organization_id", entry.id().toString())
            .with("name", service.name())
            .with("status", service.status().word())
            .with("last_modified", INSTANT.format(service.changedAt()))
            .with("attributes", attributes(service));
    var assured =
        entry
            .confirmation()
            .map(each -> document.with("assured_date", each.on().toString()))
            .orElse(document);
    return service
        .hours()
        .map(hours ->
            assured.with(
                "schedules", StandardSchedules.of(hours, service.id(), LocalDate.now(clock))))
        .orElse(assured);
  }

  private List<Document> attributes(ListedService service) {
    var attributes = new ArrayList<>(service.document().list("attributes"));
    for (var need : org.konbit.directory.Need.values()) {
      if (service.needs().contains(need)) {
        attributes.add(attribute(service.id(), vocabulary.term(need), Optional.empty()));
      }
    }
    service
        .modality()
        .ifPresent(each ->
            attributes.add(attribute(service.id(), vocabulary.term(each), Optional.empty())));
    service
        .intake()
        .ifPresent(each ->
            attributes.add(
                attribute(
                    service.id(),
                    vocabulary.term(each.state()),
                    Optional.of(each.on().toString()))));
    return attributes;
  }

  private static Document attribute(UUID service, Document term, Optional<String> value) {
    String termId = term.text("id").orElseThrow();
    return Document.empty()
        .with("id", Vocabulary.id(service + "/" + termId).toString())
        .with("link_id", service.toString())
        .with("link_entity", "service")
        .with("taxonomy_term_id", termId)
        .with("value", value.orElse(""))
        .with("taxonomy_term", term.json());
  }

  private static Document located(Whole whole, Document at) {
    return whole.locations().stream()
        .filter(each -> at.text("location_id").equals(Optional.of(each.id().toString())))
        .findFirst()
        .map(each -> at.with("location", point(each).json()))
        .orElse(at);
  }

  /** With the point that a ZIP code gave it, where it says none itself. */
  private static Document point(Location location) {
    var document = location.document();
    boolean saysSo = document.json().has("latitude") || document.json().has("longitude");
    if (saysSo || location.point().isEmpty()) {
      return document;
    }
    var point = location.point().get();
    return document
        .with("latitude", tools.jackson.databind.node.DoubleNode.valueOf(point.latitude()))
        .with("longitude", tools.jackson.databind.node.DoubleNode.valueOf(point.longitude()));
  }

  private static Document bare(Entry entry) {
    return entry.document().with("id", entry.id().toString()).with("name", entry.name());
  }
}
