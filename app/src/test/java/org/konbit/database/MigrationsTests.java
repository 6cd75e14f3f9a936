package org.konbit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.konbit.testing.KonbitTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@KonbitTest
class MigrationsTests {
  private static final Path SCRIPTS = Path.of("src/main/resources/db");
  private static final String HISTORIES =
      """
      SELECT tablename
        FROM pg_tables
       WHERE tablename LIKE 'flyway%'
      """;

  @Autowired
  @Qualifier("ownerDataSource")
  private DataSource owner;

  @Test
  void every_module_with_scripts_has_its_floor_and_its_history() throws Exception {
    List<String> folders;
    try (var files = Files.list(SCRIPTS)) {
      folders =
          files.filter(Files::isDirectory).map(each -> each.getFileName().toString()).toList();
    }

    assertThat(folders).isNotEmpty();
    assertThat(Migrations.modules()).containsExactlyInAnyOrderElementsOf(folders);
    assertThat(JdbcClient.create(owner).sql(HISTORIES).query(String.class).list())
        .containsExactlyInAnyOrderElementsOf(
            folders.stream().map("flyway_schema_history_"::concat).toList());
  }

  @Test
  void running_them_again_changes_nothing() {
    Migrations.run(owner, Roles.APPLICATION, "");

    assertThat(
            JdbcClient.create(owner)
                .sql("SELECT count(*) FROM flyway_schema_history_database WHERE version = '1'")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void a_start_that_finds_all_as_it_was_noted_runs_nothing() {
    Migrations.run(owner, Roles.APPLICATION, "");

    assertThat(new MigrationsNote(owner, Migrations.modules(), Roles.APPLICATION).stands())
        .isTrue();
    assertThat(new MigrationsNote(owner, Migrations.modules(), "another").stands()).isFalse();
    assertThat(new MigrationsNote(owner, List.of("database", "vault"), "konbit").stands())
        .isFalse();
  }

  @Test
  void a_script_that_was_changed_after_it_ran_is_refused_by_its_module() {
    var history = JdbcClient.create(owner);
    history
        .sql(
            "UPDATE flyway_schema_history_database SET checksum = checksum + 1 WHERE version = '1'")
        .update();

    assertThatThrownBy(() -> Migrations.run(owner, Roles.APPLICATION, ""))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("The tables of (database) could not be brought up to date");

    history
        .sql(
            "UPDATE flyway_schema_history_database SET checksum = checksum - 1 WHERE version = '1'")
        .update();
  }
}
