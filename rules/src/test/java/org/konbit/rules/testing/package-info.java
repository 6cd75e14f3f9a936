/** What the tests of the rules share. */
@NullMarked
package org.konbit.rules.testing;

import org.jspecify.annotations.NullMarked;
