package org.konbit.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings every module's tables up to date before anybody reads them, lower floors first. The
 * scripts lie in {@code db/<module>}; each module has a history of its own.
 */
final class Migrations {
  private static final String FLOORS = "/db/floors";

  private Migrations() {}

  /**
   * Runs what has not run yet.
   *
   * @param owner signs in as the role that owns the tables
   * @param application the role that the scripts' {@code ${application}} names in their grants
   * @param upTo how far, as {@code module=version} by commas, a module not named not at all; empty
   *     for all there is
   * @throws DatabaseUnavailable if a script fails, or one that ran has been changed since
   */
  static void run(DataSource owner, String application, String upTo) {
    var note = new MigrationsNote(owner, modules(), application);
    if (upTo.isEmpty() && note.stands()) {
      return;
    }
    for (String module : modules()) {
      if (!isAsked(module, upTo)) {
        continue;
      }
      try {
        of(module, owner, application, target(module, upTo)).migrate();
      } catch (FlywayException e) {
        throw new DatabaseUnavailable(
            "The tables of (%s) could not be brought up to date: %s.\n"
                    .formatted(module, firstLine(e))
                + "Nothing of that step was kept; run the version that made them, or restore.",
            e);
      }
    }
    if (upTo.isEmpty()) {
      note.write();
    }
  }

  /** The modules that keep something, lower floors first. */
  static List<String> modules() {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Migrations.class.getResourceAsStream(FLOORS)),
                StandardCharsets.UTF_8))) {
      return in.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAsked(String module, String upTo) {
    return upTo.isEmpty() || ("," + upTo).contains("," + module + "=");
  }

  private static String target(String module, String upTo) {
    return Stream.of(upTo.split(",", -1))
        .filter(each -> each.startsWith(module + "="))
        .map(each -> each.substring(module.length() + 1))
        .findFirst()
        .orElse("latest");
  }

  private static Flyway of(String module, DataSource owner, String application, String target) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(owner)
        .locations("classpath:db/" + module)
        .table("flyway_schema_history_" + module)
        // To each module after the first the schema is not empty.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .placeholders(Map.of("application", application))
        .target(target)
        .validateMigrationNaming(true)
        .failOnMissingLocations(true)
        .cleanDisabled(true)
        .load();
  }

  private static String firstLine(FlywayException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip();
  }
}
