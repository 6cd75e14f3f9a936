/** The rules of a referral: its states, who may move it and when an answer is due. */
@NullMarked
package org.konbit.referrals.lifecycle;

import org.jspecify.annotations.NullMarked;
