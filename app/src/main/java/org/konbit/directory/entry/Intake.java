package org.konbit.directory.entry;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.konbit.language.Keys;

/**
 * Whether a service takes new people on.
 *
 * @param on the day somebody said so
 */
public record Intake(State state, LocalDate on) {
  /** What was said. */
  public enum State {
    OPEN,
    WAITLIST_ONLY,
    CLOSED,
    ASSESS_FIRST;

    /** Its name in forms and messages: {@code waitlist-only}. */
    public String key() {
      return Keys.of(this);
    }

    /** The state of a key that came from outside. */
    public static Optional<State> of(String key) {
      return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
    }
  }

  /** Whether what was said still holds on a day, rather than being unconfirmed. */
  public boolean isFresh(LocalDate today) {
    return !on.plusDays(Freshness.INTAKE_DAYS).isBefore(today);
  }

  /** The last day on which it counts as accepting new people; none if it does not. */
  public Optional<LocalDate> openUntil() {
    return state == State.OPEN ? Optional.of(on.plusDays(Freshness.INTAKE_DAYS)) : Optional.empty();
  }
}
