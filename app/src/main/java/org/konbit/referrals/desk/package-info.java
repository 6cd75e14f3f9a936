/** Referrals at the desk. */
@NullMarked
package org.konbit.referrals.desk;

import org.jspecify.annotations.NullMarked;
