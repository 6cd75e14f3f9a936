/** Referrals for the demonstration. */
@NullMarked
package org.konbit.referrals.shown;

import org.jspecify.annotations.NullMarked;
