package org.konbit.directory.entry;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An entry with all that hangs from it. */
public record Whole(Entry entry, List<ListedService> services, List<Location> locations) {
  public Whole {
    services = List.copyOf(services);
    locations = List.copyOf(locations);
  }

  /** One of its services. */
  public Optional<ListedService> service(UUID id) {
    return services.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** The places of one of its services. */
  public List<Location> places(ListedService service) {
    var ids = service.places();
    return locations.stream().filter(each -> ids.contains(each.id())).toList();
  }
}
