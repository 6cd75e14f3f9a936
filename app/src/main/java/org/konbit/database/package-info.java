/**
 * Where Konbit keeps what it keeps: one PostgreSQL, reached through two data sources.
 *
 * <p>The primary data source signs in as the application's role, which owns nothing and cannot pass
 * row-level security; {@code ownerDataSource} signs in as the owner of the tables and is for
 * migrations alone. Without {@code KONBIT_DATABASE_URL} a server of our own runs in the data
 * folder.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.konbit.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
