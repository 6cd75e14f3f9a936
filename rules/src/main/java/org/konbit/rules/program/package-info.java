/**
 * Programs as the packs define them: what must hold, by which route, on which dates, at what cost.
 */
@NullMarked
package org.konbit.rules.program;

import org.jspecify.annotations.NullMarked;
