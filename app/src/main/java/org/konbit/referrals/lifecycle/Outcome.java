package org.konbit.referrals.lifecycle;

import java.util.Optional;
import java.util.stream.Stream;
import org.konbit.language.Keys;

/** What came of it in the end. */
public enum Outcome {
  RECEIVED_SERVICE,
  PARTIAL,
  DID_NOT_ATTEND,
  LOST_CONTACT,
  REFERRED_ON,
  NO_LONGER_NEEDED,
  NOT_DISCLOSED;

  /** Whether a place was used up by it; one that was not is free again. */
  public boolean isServed() {
    return this == RECEIVED_SERVICE || this == PARTIAL || this == NOT_DISCLOSED;
  }

  /** Its name in messages and forms: {@code received-service}. */
  public String key() {
    return Keys.of(this);
  }

  /** The outcome of a key that came from outside. */
  public static Optional<Outcome> of(String key) {
    return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
