/**
 * Where Konbit keeps what it keeps: one PostgreSQL, reached through two data sources, and the walls
 * between the organisations in it.
 *
 * <p>The primary data source signs in as the application's role, which owns nothing and cannot pass
 * row-level security; {@code ownerDataSource} signs in as the owner of the tables and is for
 * migrations alone, which run before anybody reads. Without {@code KONBIT_DATABASE_URL} a server of
 * our own runs in the data folder.
 *
 * <p>{@link org.konbit.database.Acting} says for which organisation and as whom work is done; each
 * transaction tells the database, whose row-level security shows that organisation's rows alone.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.konbit.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
