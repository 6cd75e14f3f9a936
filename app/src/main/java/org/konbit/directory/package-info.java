/**
 * Who helps with what, and where: the organisations, their services and places, as they themselves
 * keep and confirm them, for families, navigators and other systems.
 *
 * <p>Owns the tables {@code directory_entry}, {@code directory_location} and {@code
 * directory_service}: everybody reads them, whoever keeps an entry alone writes it. Where a service
 * is that must stay secret is kept nowhere.
 */
@ApplicationModule(allowedDependencies = {"database", "vault", "access", "language", "web"})
@NullMarked
package org.konbit.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
