/**
 * What every page shares: layout, stylesheet, security headers, errors in plain words. It also
 * holds the front door, {@code /{lang}}.
 *
 * <p>A page is a record that holds a {@link org.konbit.web.PageFrame} and names its template.
 */
@ApplicationModule(allowedDependencies = "language")
@NullMarked
package org.konbit.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
