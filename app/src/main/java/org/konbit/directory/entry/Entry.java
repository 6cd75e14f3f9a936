package org.konbit.directory.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One organisation as the directory shows it.
 *
 * @param keeper the partner that writes the entry: the organisation itself, or the coalition for
 *     one that is no partner
 * @param document its HSDS organization, without services and locations
 * @param listedOn since when it is in the directory
 * @param confirmation who last said that all of it is right
 * @param isWithdrawn whether its keeper took it out of sight
 */
public record Entry(
    UUID keeper,
    UUID id,
    String name,
    Document document,
    Source source,
    LocalDate listedOn,
    Optional<Confirmation> confirmation,
    boolean isWithdrawn,
    Instant changedAt) {
  /** The longest name, in characters. */
  public static final int LONGEST_NAME = 300;

  /** Where an entry came from. */
  public enum Source {
    /** With the program, from public sources. */
    SHIPPED,
    /** Typed at the desk. */
    DESK,
    /** From a file of the standard. */
    IMPORT
  }

  /** Who said that an entry is right, and when. */
  public record Confirmation(LocalDate on, UUID by, String byName) {}

  /** How fresh it is on a day. */
  public Freshness freshness(LocalDate today) {
    return Freshness.of(confirmation.map(Confirmation::on), listedOn, today);
  }

  /** Whether readers see it on a day. */
  public boolean isShown(LocalDate today) {
    return !isWithdrawn && freshness(today) != Freshness.HIDDEN;
  }
}
