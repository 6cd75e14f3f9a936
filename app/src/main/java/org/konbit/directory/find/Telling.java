package org.konbit.directory.find;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konbit.directory.Spoken;
import org.konbit.directory.entry.Document;
import org.konbit.directory.entry.Entry;
import org.konbit.directory.entry.Freshness;
import org.konbit.directory.entry.Intake;
import org.konbit.directory.entry.ListedService;
import org.konbit.directory.entry.Location;
import org.konbit.directory.entry.Modality;
import org.konbit.directory.entry.Whole;
import org.konbit.directory.find.HelpPage.Item;
import org.konbit.directory.find.HelpPage.Mark;
import org.konbit.directory.find.HelpPage.Phone;
import org.konbit.directory.place.Place;
import org.konbit.directory.search.Found;
import org.konbit.language.Texts;

/** What is told of entries and services, in a reader's language. */
final class Telling {
  private static final int SHORT = 180;
  private static final int WHOLE_MILES_FROM = 10;

  private final Texts t;
  private final LocalDate today;

  Telling(Texts t, LocalDate today) {
    this.t = t;
    this.today = today;
  }

  /** The things found, in their order, but for those that have gone meanwhile. */
  List<Item> items(Found found, List<Whole> wholes, Optional<Place> near, String help) {
    var byEntry =
        wholes.stream().collect(Collectors.toMap(each -> each.entry().id(), Function.identity()));
    return found.hits().stream()
        .flatMap(hit ->
            Optional.ofNullable(byEntry.get(hit.entry())).stream()
                .map(whole -> item(whole, hit.service().flatMap(whole::service), near, help)))
        .toList();
  }

  private Item item(
      Whole whole, Optional<ListedService> service, Optional<Place> near, String help) {
    var entry = whole.entry();
    String address =
        "%s/%s%s".formatted(help, entry.id(), service.map(each -> "#" + each.id()).orElse(""));
    return new Item(
        address,
        service.map(ListedService::name).orElse(entry.name()),
        service.isPresent() ? entry.name() : "",
        where(whole, service, near),
        service
            .flatMap(each -> each.document().text("description"))
            .or(() -> entry.document().text("description"))
            .map(Telling::shortened),
        service
            .map(each -> phones(each.document()))
            .filter(all -> !all.isEmpty())
            .orElseGet(() -> phones(entry.document())),
        service.map(this::languages).orElse(List.of()),
        service.flatMap(this::intake),
        fresh(entry),
        entry.freshness(today) == Freshness.CONFIRMED);
  }

  private String where(Whole whole, Optional<ListedService> service, Optional<Place> near) {
    var places = service.map(whole::places).orElse(whole.locations());
    var nearest =
        near.flatMap(from ->
            places.stream()
                .filter(each -> each.point().isPresent())
                .min(Comparator.comparingDouble(each -> miles(each, from))));
    if (near.isPresent() && nearest.isPresent()) {
      String away = t.localize("directory.find.miles", rounded(miles(nearest.get(), near.get())));
      return place(nearest.get()).map(town -> away + " · " + town).orElse(away);
    }
    var towns = places.stream().flatMap(each -> place(each).stream()).distinct().limit(3).toList();
    if (!towns.isEmpty()) {
      return String.join(" · ", towns);
    }
    return service
        .flatMap(each -> otherwise(each))
        .orElseGet(() -> t.localize("directory.find.place-unknown"));
  }

  /** How a service without a place is reached. */
  Optional<String> otherwise(ListedService service) {
    if (service.isPlaceSecret()) {
      return Optional.of(t.localize("directory.find.place-secret"));
    }
    return service
        .modality()
        .filter(Modality::isFromAfar)
        .map(each -> t.localize("directory.modality." + each.key()));
  }

  private static double miles(Location location, Place from) {
    return location.point().map(point -> point.milesTo(from.point())).orElse(Double.MAX_VALUE);
  }

  private static double rounded(double miles) {
    return miles < WHOLE_MILES_FROM ? Math.round(miles * 10) / 10.0 : Math.round(miles);
  }

  /** The town, and nothing more exact. */
  static Optional<String> place(Location location) {
    return location.town().or(() -> location.document().text("name"));
  }

  /** The numbers to call. */
  static List<Phone> phones(Document document) {
    return document.list("phones").stream()
        .filter(each -> each.text("number").isPresent())
        .map(each -> {
          String number = each.text("number").orElseThrow();
          var extension = each.number("extension");
          String digits = number.replaceAll("[^0-9+]", "");
          return new Phone(
              extension.isPresent() ? number + " ×" + extension.getAsInt() : number,
              extension.isPresent() ? digits + ";ext=" + extension.getAsInt() : digits,
              each.text("description"));
        })
        .toList();
  }

  /** The languages it is offered in, each in itself. */
  List<Choice> languages(ListedService service) {
    var all = new ArrayList<Choice>();
    for (var each : service.document().list("languages")) {
      var known = each.text("code").flatMap(Spoken::of);
      String name = known.map(Spoken::ownName).or(() -> each.text("name")).orElse("");
      if (!name.isEmpty()) {
        all.add(new Choice("", name, known.map(Spoken::tag).orElse("en"), false));
      }
    }
    return all.stream().distinct().toList();
  }

  /** Whether it takes new people on, if anybody said so. */
  Optional<Mark> intake(ListedService service) {
    if (service.status() == ListedService.Status.TEMPORARILY_CLOSED) {
      return Optional.of(new Mark("none", t.localize("directory.intake.paused")));
    }
    return service.intake().map(this::mark);
  }

  private Mark mark(Intake intake) {
    String key = "directory.intake." + intake.state().key();
    if (!intake.isFresh(today)) {
      return new Mark(
          "open", t.localize("directory.intake.unconfirmed", t.localize(key), t.date(intake.on())));
    }
    String shape =
        switch (intake.state()) {
          case OPEN -> "yes";
          case WAITLIST_ONLY, ASSESS_FIRST -> "partial";
          case CLOSED -> "none";
        };
    return new Mark(
        shape, t.localize("directory.intake.as-of", t.localize(key), t.date(intake.on())));
  }

  /** Who confirmed an entry and when. */
  String fresh(Entry entry) {
    return entry
        .confirmation()
        .map(each ->
            t.localize(
                entry.freshness(today) == Freshness.CONFIRMED
                    ? "directory.fresh.confirmed"
                    : "directory.fresh.stale",
                t.date(each.on()),
                each.byName()))
        .orElseGet(() -> t.localize("directory.fresh.never"));
  }

  /** The needs a service meets, in the reader's words. */
  String needs(ListedService service) {
    return t.list(
        Stream.of(org.konbit.directory.Need.values())
            .filter(service.needs()::contains)
            .map(need -> t.localize(need.messageKey()))
            .toList());
  }

  private static String shortened(String text) {
    if (text.length() <= SHORT) {
      return text;
    }
    int end = text.lastIndexOf(' ', SHORT);
    return text.substring(0, end < SHORT / 2 ? SHORT : end) + "…";
  }
}
