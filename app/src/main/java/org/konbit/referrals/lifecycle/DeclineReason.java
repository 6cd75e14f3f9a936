package org.konbit.referrals.lifecycle;

import java.util.Optional;
import java.util.stream.Stream;
import org.konbit.language.Keys;

/** Why a receiver said no. What {@link #OTHER} means is told in the conversation. */
public enum DeclineReason {
  AT_CAPACITY,
  NOT_ELIGIBLE,
  OUT_OF_AREA,
  MISSING_DOCUMENTS,
  LACK_OF_RESOURCE,
  LANGUAGE_UNAVAILABLE,
  DUPLICATE,
  UNABLE_TO_CONTACT,
  UNABLE_TO_ASSIST,
  OTHER;

  /** Its name in messages and forms: {@code at-capacity}. */
  public String key() {
    return Keys.of(this);
  }

  /** The reason of a key that came from outside. */
  public static Optional<DeclineReason> of(String key) {
    return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
