/**
 * Keeps what Konbit must keep so that only those who need it can read it: the installation's key,
 * and what rests on it.
 *
 * <p>The key lies in a file of its own ({@code KONBIT_KEY_FILE}), never in the database, the data
 * folder or a backup. Other modules take named secrets from it through {@link
 * org.konbit.vault.InstallationKey}.
 */
@ApplicationModule(allowedDependencies = {"database"})
@NullMarked
package org.konbit.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
