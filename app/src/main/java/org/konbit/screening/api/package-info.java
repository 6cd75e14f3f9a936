/**
 * The same screening and the same law for other systems, as JSON under {@code /api/v1}. Keeps
 * nothing of what it is sent, and logs nothing of it.
 */
@NullMarked
package org.konbit.screening.api;

import org.jspecify.annotations.NullMarked;
