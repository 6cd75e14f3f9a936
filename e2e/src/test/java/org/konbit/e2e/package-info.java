/** Konbit as people meet it: the real launcher, and every page in a real browser. */
@NullMarked
package org.konbit.e2e;

import org.jspecify.annotations.NullMarked;
