/** The directory for other systems, in the Human Services Data Specification 3.1. */
@NullMarked
package org.konbit.directory.exchange;

import org.jspecify.annotations.NullMarked;
