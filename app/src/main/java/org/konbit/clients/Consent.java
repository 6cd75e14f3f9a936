package org.konbit.clients;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A person's yes to one sharing, as it is kept.
 *
 * @param until the last day on which it holds, unless it was withdrawn
 * @param language in which it was explained
 * @param interpreter who interpreted; empty if nobody did
 * @param withdrawal when and how the person took it back, if they did
 */
public record Consent(
    UUID id,
    UUID client,
    UUID receiver,
    Purpose purpose,
    Set<FieldGroup> shares,
    String language,
    String interpreter,
    ConsentTerms.Capacity capacity,
    ConsentTerms.Means means,
    Instant givenAt,
    LocalDate until,
    Optional<Withdrawal> withdrawal) {
  /** A consent taken back. */
  public record Withdrawal(Instant at, How how) {}

  /** How a consent was taken back. */
  public enum How {
    SPOKEN,
    WRITTEN,
    /** All that was kept about the person was erased. */
    ERASED
  }

  /** Whether it holds on this day. */
  public boolean holdsOn(LocalDate day) {
    return withdrawal.isEmpty() && !day.isAfter(until);
  }

  @Override
  public String toString() { // it may name an interpreter
    return "Consent[%s]".formatted(id);
  }
}
