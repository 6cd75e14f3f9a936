/**
 * What families and those who help them read: rights, guides, what the government changed and for
 * whom, and the agenda.
 *
 * <p>Owns the tables {@code content_item}, {@code content_revision} and {@code content_change}. The
 * first content ships as reviewed files, one an item; each is imported once and then belongs to the
 * editors.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "database",
      "directory",
      "language",
      "screening",
      "vault",
      "web"
    })
@NullMarked
package org.konbit.toolkit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
