/**
 * The law, applied for readers. For now it lays the rules out for doctors, nurses and social
 * workers: who can get what by status, and what changes when.
 *
 * <p>Owns no tables: nothing that is asked here is kept.
 */
@ApplicationModule(allowedDependencies = {"language", "web"})
@NullMarked
package org.konbit.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
