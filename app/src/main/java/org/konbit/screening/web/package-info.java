/** The rules as pages. */
@NullMarked
package org.konbit.screening.web;

import org.jspecify.annotations.NullMarked;
