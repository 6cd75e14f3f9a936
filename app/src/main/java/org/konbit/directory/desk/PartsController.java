package org.konbit.directory.desk;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.konbit.access.NotHere;
import org.konbit.directory.entry.Document;
import org.konbit.directory.entry.Keeping;
import org.konbit.directory.entry.ListedService;
import org.konbit.directory.entry.Location;
import org.konbit.directory.entry.Whole;
import org.konbit.directory.place.Gazetteer;
import org.konbit.web.DeskFrame;
import org.konbit.web.Problems;
import org.konbit.web.Sent;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The services and places of an entry, each on a form of its own. */
@Controller
class PartsController {
  private static final String NEW = "new";

  private final Kept kept;
  private final Keeping keeping;
  private final Gazetteer gazetteer;
  private final Clock clock;

  PartsController(Kept kept, Keeping keeping, Gazetteer gazetteer, Clock clock) {
    this.kept = kept;
    this.keeping = keeping;
    this.gazetteer = gazetteer;
    this.clock = clock;
  }

  @GetMapping("/desk/{lang}/directory/{id}/services/{service}")
  ModelAndView service(DeskFrame desk, @PathVariable UUID id, @PathVariable String service) {
    var whole = kept.own(id);
    var form =
        service.equals(NEW)
            ? ServiceForm.empty(ListedService.Status.ACTIVE.word())
            : ServiceForm.of(whole.service(uuid(service)).orElseThrow(NotHere::new));
    return page(desk, whole, service, form, new Problems("directory"));
  }

  @PostMapping("/desk/{lang}/directory/{id}/services/{service}")
  ModelAndView serviceSent(
      DeskFrame desk,
      @PathVariable UUID id,
      @PathVariable String service,
      @RequestParam MultiValueMap<String, String> fields) {
    var whole = kept.own(id);
    var before =
        service.equals(NEW) ? fresh(whole) : whole.service(uuid(service)).orElseThrow(NotHere::new);
    var problems = new Problems("directory");
    var form = ServiceForm.read(new Sent(fields), problems);
    var after = form.applied(before, places(whole), clock, problems);
    if (!problems.isEmpty()) {
      var page = page(desk, whole, service, form, problems);
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
    keeping.put(after);
    if (after.isPlaceSecret()) {
      removeWhereItWas(whole, before);
    }
    return KeptController.back(desk, id);
  }

  /** Else the place would go on being told as one of the organisation's. */
  private void removeWhereItWas(Whole whole, ListedService secret) {
    var open =
        whole.services().stream()
            .filter(each -> !each.id().equals(secret.id()))
            .flatMap(each -> each.places().stream())
            .toList();
    secret.places().stream()
        .filter(place -> !open.contains(place))
        .forEach(place -> keeping.removeLocation(whole.entry().id(), place));
  }

  @PostMapping("/desk/{lang}/directory/{id}/services/{service}/remove")
  ModelAndView removeService(DeskFrame desk, @PathVariable UUID id, @PathVariable UUID service) {
    kept.own(id);
    keeping.removeService(id, service);
    return KeptController.back(desk, id);
  }

  @GetMapping("/desk/{lang}/directory/{id}/places/{place}")
  ModelAndView place(DeskFrame desk, @PathVariable UUID id, @PathVariable String place) {
    var whole = kept.own(id);
    var form =
        place.equals(NEW)
            ? new PlaceForm("", "", "", "", "", "")
            : PlaceForm.of(location(whole, place));
    return page(desk, whole, place, form, new Problems("directory"));
  }

  @PostMapping("/desk/{lang}/directory/{id}/places/{place}")
  ModelAndView placeSent(
      DeskFrame desk,
      @PathVariable UUID id,
      @PathVariable String place,
      @RequestParam MultiValueMap<String, String> fields) {
    var whole = kept.own(id);
    Optional<Location> before =
        place.equals(NEW) ? Optional.empty() : Optional.of(location(whole, place));
    var problems = new Problems("directory");
    var form = PlaceForm.read(new Sent(fields), gazetteer, problems);
    if (!problems.isEmpty()) {
      var page = page(desk, whole, place, form, problems);
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
    var location = before.map(Location::id).orElseGet(UUID::randomUUID);
    keeping.put(form.applied(whole.entry().keeper(), id, location, before, gazetteer));
    return KeptController.back(desk, id);
  }

  @PostMapping("/desk/{lang}/directory/{id}/places/{place}/remove")
  ModelAndView removePlace(DeskFrame desk, @PathVariable UUID id, @PathVariable UUID place) {
    var whole = kept.own(id);
    whole.services().stream()
        .filter(each -> each.places().contains(place))
        .map(each -> without(each, place))
        .forEach(keeping::put);
    keeping.removeLocation(id, place);
    return KeptController.back(desk, id);
  }

  private ListedService fresh(Whole whole) {
    return new ListedService(
        whole.entry().keeper(),
        UUID.randomUUID(),
        whole.entry().id(),
        "-",
        ListedService.Status.ACTIVE,
        Document.empty(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        clock.instant());
  }

  private static ListedService without(ListedService service, UUID place) {
    var left =
        service.document().list("service_at_locations").stream()
            .filter(each -> !each.text("location_id").equals(Optional.of(place.toString())))
            .toList();
    return new ListedService(
        service.keeper(),
        service.id(),
        service.entry(),
        service.name(),
        service.status(),
        service.document().with("service_at_locations", left),
        service.needs(),
        service.modality(),
        service.intake(),
        service.hours(),
        service.answersWithin(),
        service.isPlaceSecret(),
        service.changedAt());
  }

  private static Set<UUID> places(Whole whole) {
    return whole.locations().stream().map(Location::id).collect(Collectors.toSet());
  }

  private static Location location(Whole whole, String id) {
    return whole.locations().stream()
        .filter(each -> each.id().equals(uuid(id)))
        .findFirst()
        .orElseThrow(NotHere::new);
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) { // no id at all, so nothing has it
      throw new NotHere();
    }
  }

  private static ModelAndView page(
      DeskFrame desk, Whole whole, String service, ServiceForm form, Problems problems) {
    return new ModelAndView(
        "directory/desk/service",
        "page",
        new ServiceFormPages(desk).page(whole, service.equals(NEW) ? "" : service, form, problems));
  }

  private static ModelAndView page(
      DeskFrame desk, Whole whole, String place, PlaceForm form, Problems problems) {
    return new ModelAndView(
        "directory/desk/place",
        "page",
        new PlaceFormPage(
            desk,
            whole.entry().id().toString(),
            whole.entry().name(),
            place.equals(NEW) ? "" : place,
            form.name(),
            form.street(),
            form.more(),
            form.zip(),
            form.transport(),
            form.access(),
            problems.byField()));
  }
}
