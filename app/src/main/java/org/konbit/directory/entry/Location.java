package org.konbit.directory.entry;

import java.util.Optional;
import java.util.UUID;
import org.konbit.directory.place.Point;

/**
 * A place that everybody may know.
 *
 * @param document its HSDS location
 */
public record Location(UUID keeper, UUID id, UUID entry, Document document, Optional<Point> point) {
  /** Its postal or street address. */
  public Optional<Document> address() {
    return document.list("addresses").stream().findFirst();
  }

  /** The town it is in. */
  public Optional<String> town() {
    return address().flatMap(each -> each.text("city"));
  }

  /** The state it is in. */
  public Optional<String> state() {
    return address().flatMap(each -> each.text("state_province"));
  }
}
