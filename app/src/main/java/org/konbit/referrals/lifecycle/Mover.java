package org.konbit.referrals.lifecycle;

/** Who moves a referral. */
public enum Mover {
  SENDER,
  RECEIVER,
  /** Konbit itself, for the receiver who let the time pass. */
  CLOCK
}
