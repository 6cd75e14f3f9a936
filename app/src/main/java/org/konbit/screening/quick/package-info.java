/** A whole family typed on one page, by a navigator beside a client. Nothing typed is kept. */
@NullMarked
package org.konbit.screening.quick;

import org.jspecify.annotations.NullMarked;
