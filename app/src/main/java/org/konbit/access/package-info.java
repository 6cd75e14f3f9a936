/**
 * Who works here: organisations, people, the roles they hold, and how they sign in. The coalition
 * is itself an organisation.
 *
 * <p>Owns the tables {@code organisation}, {@code membership} and {@code invitation}, and those
 * that hold what people sign in with. Claims every address under {@code /desk}: whoever is signed
 * in there acts ({@link org.konbit.database.Acting}) for one organisation at a time.
 */
@ApplicationModule(allowedDependencies = {"database", "vault", "language", "web"})
@NullMarked
package org.konbit.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
