package org.konbit.clients;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A person whom the acting organisation serves.
 *
 * @param version counts the changes, so that two who change at once do not undo each other
 * @param lastServed the day of the last service, from which it is kept
 */
public record Client(UUID id, Details details, int version, LocalDate lastServed) {
  /** What the person is called. */
  public PersonName name() {
    return details.name();
  }
}
