/** Sending, answering and taking back: what crosses from one organisation to another, and how. */
@NullMarked
package org.konbit.referrals.exchange;

import org.jspecify.annotations.NullMarked;
