package org.konbit.directory.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.konbit.directory.entry.Document;
import org.konbit.directory.entry.Location;
import org.konbit.directory.place.Gazetteer;
import org.konbit.directory.place.Place;
import org.konbit.directory.place.Point;
import org.konbit.web.Problems;
import org.konbit.web.Sent;

/** A place that everybody may know. */
record PlaceForm(
    String name, String street, String more, String zip, String transport, String access) {
  static PlaceForm of(Location location) {
    var document = location.document();
    var address = location.address();
    return new PlaceForm(
        document.text("name").orElse(""),
        address.flatMap(each -> each.text("address_1")).orElse(""),
        address.flatMap(each -> each.text("address_2")).orElse(""),
        address.flatMap(each -> each.text("postal_code")).orElse(""),
        document.text("transportation").orElse(""),
        document.list("accessibility").stream()
            .findFirst()
            .flatMap(each -> each.text("description"))
            .orElse(""));
  }

  static PlaceForm read(Sent sent, Gazetteer gazetteer, Problems problems) {
    var form =
        new PlaceForm(
            sent.text("name", 200, problems),
            sent.required("street", 200, problems),
            sent.text("more", 200, problems),
            sent.required("zip", 10, problems),
            sent.text("transport", Sent.LONGEST, problems),
            sent.text("access", Sent.LONGEST, problems));
    if (gazetteer.zip(form.zip).isEmpty()) {
      problems.add("zip", "zip");
    }
    return form;
  }

  Location applied(UUID keeper, UUID entry, UUID id, Optional<Location> before, Gazetteer all) {
    Place place = all.zip(zip).orElseThrow();
    var was = before.map(Location::document).orElseGet(Document::empty);
    var document =
        was.with("id", id.toString())
            .with("location_type", "physical")
            .with("name", name)
            .with("transportation", transport)
            .with("addresses", addresses(was, place))
            .with("accessibility", accessibility(was));
    boolean isSameZip = before.map(PlaceForm::of).filter(each -> each.zip.equals(zip)).isPresent();
    Optional<Point> point =
        isSameZip ? before.flatMap(Location::point) : Optional.of(place.point());
    return new Location(keeper, id, entry, document, point);
  }

  private List<Document> addresses(Document was, Place place) {
    var all = new ArrayList<>(was.list("addresses"));
    var first = all.isEmpty() ? Document.empty() : all.removeFirst();
    all.addFirst(
        EntryForm.withId(first)
            .with("address_1", street)
            .with("address_2", more)
            .with("city", place.name())
            .with("state_province", place.state())
            .with("postal_code", zip)
            .with("country", "US")
            .with("address_type", "physical"));
    return all;
  }

  private List<Document> accessibility(Document was) {
    var all = new ArrayList<>(was.list("accessibility"));
    var first = all.isEmpty() ? Document.empty() : all.removeFirst();
    if (!access.isEmpty()) {
      all.addFirst(EntryForm.withId(first).with("description", access));
    }
    return all;
  }
}
