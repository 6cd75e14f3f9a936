package org.konbit.vault;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How long the acting organisation keeps what, what it must not destroy for now, and what was
 * destroyed.
 */
public interface Retention {
  /**
   * A length that holds.
   *
   * @param since the day from which it holds; none for the default
   */
  record Clock(String kind, int months, String source, Optional<LocalDate> since) {}

  /**
   * A legal hold.
   *
   * @param kind of record; none if it stops the destruction of everything
   * @param record none if it holds for the whole kind
   */
  record Hold(
      UUID id, Optional<String> kind, Optional<UUID> record, String reason, Instant placedAt) {}

  /**
   * What one day's expiry did with one kind.
   *
   * @param startedUntil clocks that began until this day were over
   * @param held over too, and kept because of a hold
   */
  record Report(LocalDate ranOn, String kind, LocalDate startedUntil, long destroyed, long held) {}

  /** The clock of every kind, as it holds today. */
  List<Clock> clocks();

  /**
   * Sets the organisation's own length from a day on. Earlier ones stay on record.
   *
   * @param months 1 to 1,200
   * @param source who decided so and why: a law, counsel's advice, a policy
   * @throws IllegalArgumentException if there is no such kind, or a source is missing
   */
  void setClock(String kind, int months, LocalDate from, String source);

  /** Stops the destruction of everything until it is lifted, and returns the hold's id. */
  UUID holdEverything(String reason);

  /** Stops the destruction of one kind. */
  UUID hold(String kind, String reason);

  /** Stops the destruction of one record. */
  UUID hold(String kind, UUID record, String reason);

  /**
   * Lifts a hold: what is due is destroyed by the next expiry.
   *
   * @return whether there was such a hold
   */
  boolean lift(UUID hold);

  /** Whether a hold that is not lifted keeps this record: its own, its kind's or one on all. */
  boolean isHeld(String kind, UUID record);

  /** The holds that are not lifted, oldest first. */
  List<Hold> holds();

  /** What expiry did, newest first. */
  List<Report> reports(int atMost);
}
