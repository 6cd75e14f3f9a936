package org.konbit.toolkit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a feed says, before it takes one of its forms.
 *
 * @param author the coalition
 * @param home the page it is the feed of
 * @param self the feed's own address
 */
record Announced(
    String author, String title, String home, String self, String language, List<Entry> entries) {
  /**
   * An entry.
   *
   * @param day the date of the last event
   * @param effective the day from which it works, for calendars
   */
  record Entry(
      String id,
      String title,
      String summary,
      String address,
      Instant day,
      Optional<LocalDate> effective,
      Instant checked) {}

  Announced {
    entries = List.copyOf(entries);
  }
}
