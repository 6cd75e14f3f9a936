package org.konbit.referrals.lifecycle;

import java.util.Optional;
import java.util.stream.Stream;
import org.konbit.language.Keys;

/**
 * Why a referral should not have been sent. Both sides read it, so none of them tells anything of
 * the person; whoever got it learns what to do with what they noted elsewhere.
 */
public enum Mistake {
  /** It is about somebody else: whatever was noted of it is wrong. */
  WRONG_PERSON,
  /** Another organisation or service was meant. */
  WRONG_PARTNER,
  /** The same family was handed over before; the other one stands. */
  SENT_TWICE,
  /** The sender says it in words of its own, which stay with the sender. */
  OTHER;

  /** Its name in messages and forms: {@code wrong-person}. */
  public String key() {
    return Keys.of(this);
  }

  /** The mistake of a key that came from outside. */
  public static Optional<Mistake> of(String key) {
    return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
