/**
 * Hands a family over, with its consent, from one partner to another who helps, and follows it
 * until somebody has.
 *
 * <p>A referral is three rows: {@code referral} is the sender's own; {@code handover} belongs to
 * the receiver, holds only what the family agreed to share, under the receiver's key, and is
 * deleted when it is no longer the receiver's to see; {@code referral_status} names both
 * organisations and no person.
 */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "vault",
      "access",
      "language",
      "web",
      "directory",
      "clients"
    })
@NullMarked
package org.konbit.referrals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
