package org.konbit.referrals.lifecycle;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.konbit.language.Keys;

/** How far a referral has come. */
public enum State {
  /** Written by the sender, and seen by nobody else. */
  DRAFT,
  SENT,
  /** The receiver asked something; the sender answers by sending it again. */
  NEEDS_INFORMATION,
  WAITLISTED,
  ACCEPTED,
  IN_SERVICE,
  ON_HOLD,
  COMPLETED,
  UNABLE,
  DECLINED,
  CLIENT_DECLINED,
  RECALLED,
  EXPIRED,
  /** The receiver named somebody else who can help; the sender decides with the family. */
  REROUTED,
  ENTERED_IN_ERROR,
  DISCARDED,
  /** The sender's own note that it told a family of somebody; nothing was ever sent. */
  LOGGED_ONLY,
  /** On the legal track: it has arrived. */
  RECEIVED,
  /** On the legal track: the family was offered a time. */
  APPOINTMENT_OFFERED,
  /** On the legal track and for survivors: over, and how is not told. */
  CLOSED;

  private static final Set<State> FINAL =
      EnumSet.of(
          COMPLETED,
          UNABLE,
          DECLINED,
          CLIENT_DECLINED,
          RECALLED,
          EXPIRED,
          REROUTED,
          ENTERED_IN_ERROR,
          DISCARDED,
          LOGGED_ONLY,
          CLOSED);
  private static final Set<State> OWN = EnumSet.of(DRAFT, DISCARDED, LOGGED_ONLY);

  /** Whether nothing moves it any more. */
  public boolean isFinal() {
    return FINAL.contains(this);
  }

  /** Whether it concerns the sender alone, because nothing was sent. */
  public boolean isSendersOwn() {
    return OWN.contains(this);
  }

  /** Whether the receiver may still see what was shared, as long as the consent holds. */
  public boolean isShared() {
    return this == COMPLETED || (!isFinal() && this != DRAFT);
  }

  /** Whether the receiver has a place for the person. */
  public boolean holdsAPlace() {
    return switch (this) {
      case ACCEPTED, IN_SERVICE, ON_HOLD, APPOINTMENT_OFFERED -> true;
      default -> false;
    };
  }

  /** The state of a key that came from outside. */
  public static Optional<State> of(String key) {
    return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
  }

  /** Its name in messages and forms: {@code needs-information}. */
  public String key() {
    return Keys.of(this);
  }
}
