package org.konbit.directory.incoming;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.konbit.database.Acting;
import org.konbit.directory.Need;
import org.konbit.directory.entry.Arrivals;
import org.konbit.directory.entry.Document;
import org.konbit.directory.entry.Intake;
import org.konbit.directory.entry.ListedService;
import org.konbit.directory.entry.Location;
import org.konbit.directory.entry.Modality;
import org.konbit.directory.exchange.Vocabulary;
import org.konbit.directory.incoming.Gathered.Arriving;
import org.konbit.directory.incoming.Refusal.What;
import org.konbit.directory.place.Gazetteer;
import org.konbit.directory.place.Place;
import org.konbit.directory.place.Point;
import tools.jackson.databind.node.ObjectNode;

/** Takes what was gathered and checked into the directory, some organisations at a time. */
final class Taking {
  private static final int SCHEDULES = 200;

  private final Arrivals arrivals;
  private final Gazetteer gazetteer;
  private final java.util.function.Consumer<Refusal> refusals;
  private final UUID keeper = Acting.now().actingFor().orElseThrow();
  private final Set<UUID> changed = new HashSet<>();
  private int added;
  private int altered;
  private int others;
  private int total;

  Taking(Arrivals arrivals, Gazetteer gazetteer, java.util.function.Consumer<Refusal> refusals) {
    this.arrivals = arrivals;
    this.gazetteer = gazetteer;
    this.refusals = refusals;
  }

  int added() {
    return added;
  }

  int altered() {
    return altered;
  }

  int unchanged() {
    return total - added - altered;
  }

  /** What belongs to entries that other organisations keep. */
  int others() {
    return others;
  }

  Set<UUID> changed() {
    return changed;
  }

  /** All that came of some organisations, each already checked. */
  void take(List<Arriving> all) {
    var owners = arrivals.entries(ids(all.stream().map(each -> each.entryId).toList()));
    var own = all.stream().filter(each -> isOurs(each, owners)).toList();
    var entries =
        own.stream()
            .filter(each -> !each.isMentioned || !owners.containsKey(UUID.fromString(each.entryId)))
            .flatMap(each -> each.organization.stream().map(object -> entry(each, object)))
            .toList();
    var done = arrivals.putEntries(entries);
    count(done, entries.size());
    var touched = new HashSet<UUID>();
    var before =
        arrivals.services(
            ids(own.stream().flatMap(each -> each.services.keySet().stream()).toList()));
    own.forEach(each -> withoutSecretPlaces(each, before));
    var moved = places(own, touched);
    services(own, before, moved, touched, owners);
    touched.removeAll(done.keySet());
    arrivals.changed(touched);
    changed.addAll(done.keySet());
    changed.addAll(touched);
  }

  private boolean isOurs(Arriving one, Map<UUID, Arrivals.Owner> owners) {
    var owner = Spill.isId(one.entryId) ? owners.get(UUID.fromString(one.entryId)) : null;
    if (owner != null && !owner.keeper().equals(keeper)) {
      others += one.organization.stream().toList().size() + one.services.size();
      others += one.locations.size();
      return false;
    }
    boolean isOurs = owner != null || (one.organization.isPresent() && Spill.isId(one.entryId));
    if (!isOurs) {
      var what = What.PARENT;
      one.organization.ifPresent(object -> refuse("organization", one, object, "id", what));
      one.services
          .values()
          .forEach(object -> refuse("service", one, object, "organization_id", what));
      one.locations
          .values()
          .forEach(object -> refuse("location", one, object, "organization_id", what));
    }
    return isOurs;
  }

  private static Arrivals.NewEntry entry(Arriving one, ObjectNode object) {
    object.remove(Spill.PLACE);
    return new Arrivals.NewEntry(
        UUID.fromString(one.entryId), Spill.text(object, "name"), new Document(object));
  }

  /** Takes the places; of one that belongs to another entry, a copy. Tells the ids of copies. */
  private Map<UUID, Map<String, String>> places(List<Arriving> own, Set<UUID> touched) {
    var owners =
        arrivals.locations(
            ids(own.stream().flatMap(each -> each.locations.keySet().stream()).toList()));
    var moved = new java.util.HashMap<UUID, Map<String, String>>();
    var claimed = new java.util.HashMap<UUID, UUID>();
    var places = new ArrayList<Location>();
    for (Arriving one : own) {
      var entry = UUID.fromString(one.entryId);
      for (ObjectNode object : one.locations.values()) {
        var id = UUID.fromString(Spill.text(object, "id"));
        var owner = owners.get(id);
        var home = owner == null ? claimed.computeIfAbsent(id, _ -> entry) : owner.entry();
        if (!home.equals(entry)) {
          var copy = Vocabulary.id(entry + "/" + id);
          moved
              .computeIfAbsent(entry, _ -> new java.util.HashMap<>())
              .put(id.toString(), copy.toString());
          object = object.deepCopy();
          id = copy;
        }
        places.add(place(entry, id, object, owners.get(id)));
      }
    }
    var done = arrivals.putLocations(places);
    count(done, places.size());
    places.stream()
        .filter(each -> done.containsKey(each.id()))
        .forEach(each -> touched.add(each.entry()));
    return moved;
  }

  private Location place(UUID entry, UUID id, ObjectNode object, @Nullable Location was) {
    object.remove(List.of("organization_id", Spill.PLACE));
    object.put("id", id.toString());
    var document = new Document(object);
    Optional<Point> point =
        document.json().has("latitude") && document.json().has("longitude")
            ? point(document)
            : Optional.empty();
    if (point.isPresent() && was != null && !saysWhere(was) && was.point().equals(point)) {
      object.remove(List.of("latitude", "longitude")); // ours, which went out for want of others
      return new Location(keeper, id, entry, document, point);
    }
    var location = new Location(keeper, id, entry, document, point);
    return point.isPresent()
        ? location
        : new Location(
            keeper,
            id,
            entry,
            document,
            location
                .address()
                .flatMap(each -> each.text("postal_code"))
                .flatMap(code -> gazetteer.zip(code.substring(0, Math.min(5, code.length()))))
                .map(Place::point));
  }

  private static boolean saysWhere(Location place) {
    return place.document().json().has("latitude") || place.document().json().has("longitude");
  }

  private static Optional<Point> point(Document document) {
    double latitude = document.json().path("latitude").asDouble();
    double longitude = document.json().path("longitude").asDouble();
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
        ? Optional.of(new Point(latitude, longitude))
        : Optional.empty();
  }

  /** A place that a service has which hides where it is must not come in by itself either. */
  private static void withoutSecretPlaces(Arriving one, Map<UUID, ListedService> before) {
    var secret = new HashSet<String>();
    var open = new HashSet<String>();
    one.services.forEach((id, object) -> {
      var was = Spill.isId(id) ? before.get(UUID.fromString(id)) : null;
      var named = was != null && was.isPlaceSecret() ? secret : open;
      Gathered.objects(object.get("service_at_locations"))
          .forEach(at -> named.add(Spill.text(at, "location_id")));
    });
    secret.removeAll(open);
    one.locations.keySet().removeAll(secret);
  }

  private void services(
      List<Arriving> own,
      Map<UUID, ListedService> before,
      Map<UUID, Map<String, String>> moved,
      Set<UUID> touched,
      Map<UUID, Arrivals.Owner> owners) {
    var services = new ArrayList<ListedService>();
    for (Arriving one : own) {
      var entry = UUID.fromString(one.entryId);
      var copies = moved.getOrDefault(entry, Map.of());
      for (ObjectNode object : one.services.values()) {
        var was = before.get(UUID.fromString(Spill.text(object, "id")));
        if (was != null && !was.keeper().equals(keeper)) {
          refuse("service", one, object, "id", What.KEPT);
        } else if (was != null && !was.entry().equals(entry)) {
          refuse("service", one, object, "id", What.ELSEWHERE);
        } else {
          var owner = Optional.ofNullable(owners.get(entry));
          Optional.ofNullable(was)
              .ifPresent(each -> asItWas(object, each, owner.map(Arrivals.Owner::confirmedOn)));
          services.add(service(one, entry, object, was, copies));
        }
      }
    }
    var done = arrivals.putServices(services);
    count(done, services.size());
    services.stream()
        .filter(each -> done.containsKey(each.id()))
        .forEach(each -> touched.add(each.entry()));
  }

  private ListedService service(
      Arriving one,
      UUID entry,
      ObjectNode object,
      @Nullable ListedService was,
      Map<String, String> copies) {
    var id = UUID.fromString(Spill.text(object, "id"));
    var before = Optional.ofNullable(was);
    boolean isSecret = before.filter(ListedService::isPlaceSecret).isPresent();
    object.put("organization_id", entry.toString());
    object.remove(List.of("last_modified", Spill.PLACE));
    if (object.has("program")) {
      object.remove("program_id");
    }
    places(one, object, copies, isSecret);
    var ours = new OurTerms(object);
    return new ListedService(
        keeper,
        id,
        entry,
        Spill.text(object, "name"),
        ListedService.Status.of(Spill.text(object, "status")).orElseThrow(),
        new Document(object),
        ours.needs.isEmpty() ? before.map(ListedService::needs).orElse(Set.of()) : ours.needs,
        ours.modality.or(() -> before.flatMap(ListedService::modality)),
        ours.intake.or(() -> before.flatMap(ListedService::intake)),
        before.flatMap(ListedService::hours),
        before.flatMap(ListedService::answersWithin),
        isSecret,
        before.map(ListedService::changedAt).orElse(java.time.Instant.EPOCH));
  }

  private void places(
      Arriving one, ObjectNode service, Map<String, String> copies, boolean isSecret) {
    var ats = Gathered.objects(service.remove("service_at_locations"));
    if (isSecret && !ats.isEmpty()) {
      refuse("service_at_location", one, ats.getFirst(), "location_id", What.SECRET);
      return;
    }
    var taken = new ArrayList<Document>();
    for (ObjectNode at : ats) {
      String place = Spill.text(at, "location_id");
      if (one.locations.containsKey(place)) {
        at.put("service_id", Spill.text(service, "id"));
        at.put("location_id", copies.getOrDefault(place, place));
        taken.add(new Document(at));
      } else {
        refuse("service_at_location", one, at, "location_id", What.PARENT);
      }
    }
    if (!taken.isEmpty()) {
      var array = service.putArray("service_at_locations");
      taken.forEach(each -> array.add(each.json()));
    }
  }

  /** Undoes what we ourselves put in the place of what it says, when it went out. */
  private static void asItWas(ObjectNode object, ListedService was, Optional<LocalDate> confirmed) {
    var own = was.document().text("assured_date");
    if (confirmed.map(LocalDate::toString).equals(Optional.of(Spill.text(object, "assured_date")))
        || own.isEmpty()) {
      object.remove("assured_date");
      own.ifPresent(day -> object.put("assured_date", day));
    }
    if (was.hours().isPresent()) {
      withoutOwnSchedules(object, was.id());
      if (!object.has("schedules") && was.document().json().has("schedules")) {
        object.set("schedules", was.document().json().get("schedules").deepCopy());
      }
    }
  }

  /** Schedules that we made of hours typed here are those hours, not more. */
  private static void withoutOwnSchedules(ObjectNode service, UUID id) {
    var made =
        IntStream.range(0, SCHEDULES)
            .mapToObj(row -> Vocabulary.id(id + "/schedule/" + row).toString())
            .collect(Collectors.toSet());
    var others =
        Gathered.objects(service.remove("schedules")).stream()
            .filter(each -> !made.contains(Spill.text(each, "id")))
            .toList();
    if (!others.isEmpty()) {
      others.forEach(service.putArray("schedules")::add);
    }
  }

  /** What attributes of our own vocabularies say; they are taken out of the service. */
  private static final class OurTerms {
    private final Set<Need> needs = new TreeSet<>();
    private Optional<Intake> intake = Optional.empty();
    private Optional<Modality> modality = Optional.empty();

    OurTerms(ObjectNode service) {
      var others =
          Gathered.objects(service.remove("attributes")).stream()
              .filter(each -> !isOurs(each))
              .toList();
      if (!others.isEmpty()) {
        others.forEach(service.putArray("attributes")::add);
      }
    }

    private boolean isOurs(ObjectNode attribute) {
      String term = Spill.text(attribute, "taxonomy_term_id");
      if (term.isEmpty() && attribute.get("taxonomy_term") instanceof ObjectNode nested) {
        term = Spill.text(nested, "id");
      }
      var need = Vocabulary.need(term);
      var state = Vocabulary.intake(term);
      var how = Vocabulary.modality(term);
      need.ifPresent(needs::add);
      modality = how.or(() -> modality);
      intake =
          state.flatMap(each -> day(attribute).map(on -> new Intake(each, on))).or(() -> intake);
      return need.isPresent() || state.isPresent() || how.isPresent();
    }

    private static Optional<LocalDate> day(ObjectNode attribute) {
      try {
        return Optional.of(LocalDate.parse(Spill.text(attribute, "value")));
      } catch (DateTimeException e) { // said without a day it is worth nothing
        return Optional.empty();
      }
    }
  }

  private void refuse(String kind, Arriving one, ObjectNode object, String field, What what) {
    String place = Spill.place(object);
    object.remove(Spill.PLACE);
    refusals.accept(Refusal.of(kind, place, one.entryId, new Document(object), field, what));
  }

  private void count(Map<UUID, Arrivals.Done> done, int of) {
    total += of;
    for (var each : done.values()) {
      switch (each) {
        case ADDED -> added++;
        case CHANGED -> altered++;
      }
    }
  }

  private static List<UUID> ids(List<String> texts) {
    return texts.stream().filter(Spill::isId).map(UUID::fromString).distinct().toList();
  }
}
