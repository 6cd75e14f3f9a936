package org.konbit.referrals.exchange;

import org.konbit.language.Keys;

/** A referral cannot be sent or moved, and nothing has changed. It says why and nothing else. */
public final class Refused extends RuntimeException {
  /** Why; the name ends the message key. */
  public enum Why {
    /** Within one organisation it is no referral. */
    OWN_ORGANISATION,
    /** The service is not in the directory any more, or does not meet the need. */
    SERVICE_GONE,
    /** The service takes nobody on now. */
    NOT_TAKING,
    /** Whoever keeps the service is no partner, or is shut out. */
    RECEIVER_LEFT,
    /** The family agreed to nothing that covers this receiver and these data today. */
    CONSENT_MISSING,
    /** A program for survivors sends nothing without the person's own written release. */
    RELEASE_MISSING,
    /** The same person has an open referral to the same service. */
    ALREADY_OPEN,
    /** The family was sent on too often. */
    CHAIN_TOO_LONG,
    /** The receiver was asked before. */
    CHAIN_CYCLE,
    /** Somebody else moved it meanwhile. */
    MOVED_MEANWHILE,
    /** The last place was taken meanwhile. */
    NO_PLACE,
    /** The consent was withdrawn, or has ended. */
    NOT_SHARED,
    /** The command's key came before with something else. */
    KEY_REUSED;

    /** The message key of what to tell. */
    public String messageKey() {
      return "referrals.refused." + Keys.of(this);
    }
  }

  private final Why why;

  Refused(Why why) {
    super("The referral was refused (%s).\nNothing has changed.".formatted(why));
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
