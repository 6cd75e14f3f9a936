/** Telling partners by e-mail that something waits at their desk, and nothing of what. */
@NullMarked
package org.konbit.referrals.notice;

import org.jspecify.annotations.NullMarked;
