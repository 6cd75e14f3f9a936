package org.konbit.clients;

import org.konbit.language.Keys;

/** For what a consent allows something. */
public enum Purpose {
  /** A partner is told of the person, so that the partner can help. */
  REFERRAL,
  /** The organisation itself keeps the programs that a family chose to apply for. */
  KEPT_SCREENING;

  /** The message key of its name. */
  public String messageKey() {
    return "clients.purpose." + Keys.of(this);
  }
}
