package org.konbit.referrals.exchange;

import java.time.Instant;
import org.konbit.referrals.lifecycle.Mover;
import org.konbit.referrals.lifecycle.State;

/** One way a referral went, and which side took it there. */
public record Step(State to, Mover by, Instant at) {}
