package org.konbit.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A remark in the database that these very scripts have brought it up to date, and what the
 * histories said then. While both are still so there is nothing to run, and a start need not go
 * through them one by one.
 */
final class MigrationsNote {
  private static final String READ = "SELECT obj_description(to_regclass(:history), 'pg_class')";

  private static final String HISTORY =
      """
      SELECT '%1$s' AS module, installed_rank, version, checksum, success
        FROM flyway_schema_history_%1$s
      """;

  private final JdbcClient owner;
  private final List<String> modules;
  private final String application;

  /**
   * @param modules those that have a history, lower floors first
   * @param application the role that the scripts name in their grants
   */
  MigrationsNote(DataSource owner, List<String> modules, String application) {
    this.owner = JdbcClient.create(owner);
    this.modules = modules;
    this.application = application;
  }

  /** Whether all of these scripts have run, and nothing else since. */
  boolean stands() {
    return owner
        .sql(READ)
        .param("history", last())
        .query((row, _) -> Optional.ofNullable(row.getString(1)))
        .single()
        .filter(kept -> kept.equals(state()))
        .isPresent();
  }

  /** Keeps that they have. */
  void write() {
    // It takes no parameter, and is made of the floors' names and of digits here.
    owner.sql("COMMENT ON TABLE %s IS '%s'".formatted(last(), state())).update();
  }

  private String last() {
    return "flyway_schema_history_" + modules.getLast();
  }

  private String state() {
    var histories =
        modules.stream()
            .map(HISTORY::formatted)
            .collect(Collectors.joining("UNION ALL ", "", "ORDER BY module, installed_rank"));
    return DigestUtils.sha256Hex(
        scripts() + application + owner.sql(histories).query().listOfRows());
  }

  private static String scripts() {
    try {
      return Arrays.stream(
              new PathMatchingResourcePatternResolver().getResources("classpath:db/*/*.sql"))
          .sorted(Comparator.comparing(script -> String.valueOf(script.getFilename())))
          .map(MigrationsNote::text)
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Resource script) {
    try {
      return script.getFilename() + "\n" + script.getContentAsString(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
