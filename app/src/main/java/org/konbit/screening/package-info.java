/**
 * The law, applied: to a family that answers as few questions as the law allows, and laid out for
 * doctors, nurses and social workers: who can get what by status, and what changes when.
 *
 * <p>Owns the tables {@code form_key} and {@code saved_screening}. An anonymous screening is kept
 * nowhere; what a family chooses to save, nobody can read without its code.
 */
@ApplicationModule(allowedDependencies = {"access", "language", "vault", "web"})
@NullMarked
package org.konbit.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
