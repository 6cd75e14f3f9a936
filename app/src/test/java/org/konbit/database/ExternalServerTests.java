package org.konbit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konbit.database.DatabaseSettings.Database;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ExternalServerTests {
  private static final String ADDRESS =
      "jdbc:postgresql://db.example/konbit?user=a&password=secret";

  @Test
  void both_addresses_are_needed() {
    assertThatThrownBy(() -> ExternalServer.of(new Database(ADDRESS, "", "", "", "18")))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("(KONBIT_DATABASE_OWNER_URL), and its value is missing")
        .hasMessageNotContaining("secret");
  }

  @Test
  void an_address_in_another_form_is_refused_without_repeating_it() {
    var settings = new Database("postgres://a:secret@db.example/konbit", ADDRESS, "", "", "18");

    assertThatThrownBy(() -> ExternalServer.of(settings))
        .hasMessageContaining("(KONBIT_DATABASE_URL), and its value is not a JDBC address")
        .hasMessageNotContaining("secret");
  }

  @Test
  void a_backup_wants_a_role_of_its_own() {
    var server = ExternalServer.of(new Database(ADDRESS, ADDRESS, "", "", "18"));

    assertThatThrownBy(server::backup)
        .hasMessageContaining("(KONBIT_DATABASE_BACKUP_URL), and its value is missing");
  }

  @Test
  void a_login_in_a_log_gives_nothing_away() {
    assertThat(ExternalServer.of(new Database(ADDRESS, ADDRESS, "", "", "18")).toString())
        .doesNotContain("secret");
  }

  @Test
  void a_role_that_can_pass_the_walls_is_refused(@TempDir Path folder) {
    try (var server = EmbeddedServer.start(folder, "test")) {
      var superuser = new Properties();
      superuser.put("user", EmbeddedServer.SUPERUSER);
      superuser.put("password", server.password(EmbeddedServer.SUPERUSER));
      var source = new DriverManagerDataSource(server.url("postgres"), superuser);

      assertThatThrownBy(() -> Walls.mustHold(source))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("NOSUPERUSER NOBYPASSRLS");
    }
  }
}
