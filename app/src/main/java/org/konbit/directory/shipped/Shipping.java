package org.konbit.directory.shipped;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.konbit.access.Organisations;
import org.konbit.database.Acting;
import org.konbit.directory.entry.Entry;
import org.konbit.directory.entry.Keeping;
import org.konbit.directory.entry.ListedService;
import org.konbit.directory.entry.Location;
import org.konbit.directory.entry.Modality;
import org.konbit.directory.shipped.ShippedEntries.Shipped;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts the shipped entries into the directory, each once: what its keeper did with one since stays
 * as it is. The coalition keeps them until it hands them over.
 */
@Component
@Profile("!operation")
class Shipping {
  private final ShippedEntries entries;
  private final Keeping keeping;
  private final Organisations organisations;
  private final TransactionOperations transactions;
  private final Clock clock;

  Shipping(
      ShippedEntries entries,
      Keeping keeping,
      Organisations organisations,
      TransactionOperations transactions,
      Clock clock) {
    this.entries = entries;
    this.keeping = keeping;
    this.organisations = organisations;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** After the coalition was made, if this is the first start. */
  @EventListener
  void ship(ApplicationReadyEvent event) {
    organisations.coalition().ifPresent(coalition -> ship(coalition.id()));
  }

  private void ship(UUID coalition) {
    new Acting.SystemActor(coalition, "directory", "first content")
        .run(() ->
            entries
                .all()
                .forEach(each -> transactions.executeWithoutResult(_ -> ship(coalition, each))));
  }

  private void ship(UUID coalition, Shipped entry) {
    if (!keeping.add(entry.id(), entry.name(), entry.document(), Entry.Source.SHIPPED)) {
      return; // added at an earlier start
    }
    entry
        .place()
        .ifPresent(place ->
            keeping.put(
                new Location(
                    coalition,
                    place.id(),
                    entry.id(),
                    place.document(),
                    Optional.of(place.town().point()))));
    for (var service : entry.services()) {
      keeping.put(
          new ListedService(
              coalition,
              service.id(),
              entry.id(),
              service.name(),
              ListedService.Status.ACTIVE,
              service.document(),
              service.needs(),
              service.isFromAfar() ? Optional.of(Modality.PHONE) : Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              false,
              clock.instant()));
    }
  }
}
