/** What came of referrals, counted: no person is in it. */
@NullMarked
package org.konbit.referrals.report;

import org.jspecify.annotations.NullMarked;
