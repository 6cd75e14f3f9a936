/**
 * The people an organisation serves: who they are, with whom they live, and what they agreed to
 * share with whom.
 *
 * <p>Owns the tables {@code client}, {@code client_term}, {@code household_member} and {@code
 * consent}, each organisation's rows its own. Nothing is asked that a service does not need, and a
 * person's status is kept nowhere. Other modules learn of a consent that no longer holds from
 * {@link org.konbit.clients.ConsentWithdrawn}.
 */
@ApplicationModule(
    allowedDependencies = {"database", "vault", "access", "directory", "language", "web"})
@NullMarked
package org.konbit.clients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
