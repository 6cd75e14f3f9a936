package org.konbit.clients;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody wrote about a person.
 *
 * @param writtenBy who at the organisation; nobody if Konbit did
 */
public record Note(
    UUID id, Audience audience, String text, Optional<UUID> writtenBy, Instant writtenAt) {
  /** For whom it was written. A privacy officer reads every note, to tell the person of them. */
  public enum Audience {
    /** Everybody at the organisation who works with people. */
    TEAM,
    /** Programme managers and legal supervisors, and the author. */
    SUPERVISORS,
    AUTHOR;

    /** The message key of its name. */
    public String messageKey() {
      return "clients.audience." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** The longest, in characters. */
  public static final int LONGEST = 4_000;

  @Override
  public String toString() { // it tells of a person
    return "Note[%s]".formatted(id);
  }
}
