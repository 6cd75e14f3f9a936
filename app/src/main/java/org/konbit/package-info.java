/** Konbit's web application: a modular monolith, one module a package below this one. */
@NullMarked
package org.konbit;

import org.jspecify.annotations.NullMarked;
