package org.konbit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedServerTests {
  private static final String VERSION = "test";

  // One folder for all, as unpacking and making a cluster takes seconds; each test starts and
  // stops.
  @TempDir static Path folder;

  @Test
  void what_was_kept_is_there_after_a_restart() {
    try (var server = EmbeddedServer.start(folder, VERSION)) {
      Roles.establish(server);
      var owner = as(server.owner());
      owner.sql("CREATE TABLE IF NOT EXISTS kept (id bigint PRIMARY KEY)").update();
      owner.sql("INSERT INTO kept (id) VALUES (1) ON CONFLICT DO NOTHING").update();
    }

    try (var server = EmbeddedServer.start(folder, VERSION)) {
      Roles.establish(server);

      assertThat(as(server.owner()).sql("SELECT id FROM kept").query(Long.class).list())
          .containsExactly(1L);
    }
  }

  @Test
  void writes_survive_a_power_cut_and_the_log_tells_no_rows() {
    try (var server = EmbeddedServer.start(folder, VERSION)) {
      assertThat(setting(server, "fsync")).isEqualTo("on");
      assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(server, "data_checksums")).isEqualTo("on");
      assertThat(setting(server, "log_error_verbosity")).isEqualTo("terse");
      assertThat(setting(server, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(setting(server, "unix_socket_directories")).isEmpty();
    }
  }

  @Test
  void nobody_comes_in_without_the_password() {
    try (var server = EmbeddedServer.start(folder, VERSION)) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.url("postgres"), "postgres", "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void passwords_are_readable_by_their_owner_alone() throws Exception {
    try (var server = EmbeddedServer.start(folder, VERSION)) {
      Roles.establish(server);
    }

    try (var files = Files.list(folder.resolve("postgresql-18"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".password")))
          .hasSize(3)
          .allSatisfy(file ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                  .isEqualTo("rw-------"));
    }
  }

  @Test
  void a_second_konbit_is_refused_and_the_first_one_goes_on() {
    try (var first = EmbeddedServer.start(folder, VERSION)) {
      assertThatThrownBy(() -> EmbeddedServer.start(folder, VERSION))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("Another Konbit is running on the data folder");

      assertThat(setting(first, "fsync")).isEqualTo("on");
    }
  }

  @Test
  void a_number_that_now_belongs_to_another_program_is_left_alone() throws Exception {
    EmbeddedServer.start(folder, VERSION).close();
    // After a crash and a reboot, the noted process number may be anybody's: here our own.
    Path noted = folder.resolve("postgresql-18/cluster/postmaster.pid");
    Files.writeString(noted, ProcessHandle.current().pid() + "\n");

    try (var server = EmbeddedServer.start(folder, VERSION)) {
      assertThat(setting(server, "fsync")).isEqualTo("on");
    }
  }

  @Test
  void a_first_start_cut_short_is_completed_by_the_next(@TempDir Path fresh) throws Exception {
    // What a kill leaves behind while initdb is at work.
    Path half = Files.createDirectories(fresh.resolve("postgresql-18/cluster.partial"));
    Files.writeString(half.resolve("PG_VERSION"), "18\n");
    Files.createDirectories(fresh.resolve("postgresql-18/programs-test.partial/bin"));

    try (var server = EmbeddedServer.start(fresh, VERSION)) {
      assertThat(setting(server, "fsync")).isEqualTo("on");
    }
    assertThat(half).doesNotExist();
  }

  private static String setting(EmbeddedServer server, String name) {
    var superuser =
        Map.of(
            "user",
            EmbeddedServer.SUPERUSER,
            "password",
            server.password(EmbeddedServer.SUPERUSER));
    return as(new Server.Login(server.url("postgres"), superuser))
        .sql("SELECT current_setting(:name)")
        .param("name", name)
        .query(String.class)
        .single();
  }

  private static JdbcClient as(Server.Login login) {
    var properties = new Properties();
    properties.putAll(login.properties());
    return JdbcClient.create(new DriverManagerDataSource(login.url(), properties));
  }
}
