package org.konbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.konbit.access.signin.GivenStaff;
import org.konbit.directory.incoming.ImportAlone;
import org.konbit.directory.incoming.Imports;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.Superuser;
import org.konbit.vault.OperationRefused;
import org.konbit.vault.Operations;
import org.konbit.vault.retention.ExpiryAlone;
import org.konbit.vault.testing.Clients;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * Rotation, expiry, backup and an import as processes of their own, killed as a power cut kills:
 * held up in the middle of their work by a lock, so that it is the middle every time.
 */
@KonbitTest
@Import({Clients.class, Superuser.class})
@Timeout(300)
class KilledProcessTests {
  private static final int BATCH = 500;
  private static final int DUE = 1_100;
  private static final int LARGE = 5_100;
  private static final long THE_LOCK = 4_711;

  @TempDir private Path folder;

  @Autowired private Clients clients;
  @Autowired private Superuser superuser;
  @Autowired private GivenStaff staff;
  @Autowired private Imports imports;

  private final UUID harbor = UUID.randomUUID();
  private Path key;
  private List<UUID> added;

  @BeforeEach
  void someClients() {
    key = superuser.data().resolveSibling(superuser.data().getFileName() + ".key");
    clients.create();
    added = clients.add(harbor, DUE);
  }

  @AfterEach
  void clear() {
    if (yes("SELECT to_regclass('sample_client') IS NOT NULL")) {
      clients.drop();
    }
  }

  @Test
  void a_rotation_that_is_killed_leaves_everything_readable_and_is_completed_by_the_next()
      throws Exception {
    try (var holding = superuser.source().getConnection()) {
      holding.setAutoCommit(false);
      execute(
          holding,
          "SELECT FROM sample_client WHERE id = '%s' FOR UPDATE".formatted(added.getFirst()));
      var rotation = start(Operation.class, "keys", "rotate");
      until(rotation, "SELECT count(DISTINCT substring(name FROM 2 FOR 4)) = 2 FROM sample_client");
      kill(rotation);
      holding.rollback();
    }
    assertThat(clients.names(harbor)).hasSize(DUE).allMatch(name -> name.startsWith("Name "));
    assertThat(
            yes(
                "SELECT count(*) > 1 FROM organisation_key WHERE organisation_id = '%s'"
                    .formatted(harbor)))
        .as("the older key is kept as long as one value needs it")
        .isTrue();

    assertThat(start(Operation.class, "keys", "rotate").waitFor()).isZero();

    assertThat(clients.names(harbor)).hasSize(DUE);
    assertThat(yes("SELECT count(DISTINCT substring(name FROM 2 FOR 4)) = 1 FROM sample_client"))
        .isTrue();
  }

  @Test
  void an_expiry_that_is_killed_has_reported_just_what_it_destroyed() throws Exception {
    superuser
        .sql()
        .sql("UPDATE sample_client SET last_served = :day")
        .param("day", LocalDate.of(2020, 1, 15))
        .update();
    var own = superuser.sql();
    own.sql(
            """
            CREATE FUNCTION test_waits() RETURNS trigger LANGUAGE plpgsql AS
              'BEGIN PERFORM pg_advisory_xact_lock(%d); RETURN new; END'
            """
                .formatted(THE_LOCK))
        .update();
    own.sql(
            """
            CREATE TRIGGER test_waits BEFORE UPDATE ON retention_report
              FOR EACH ROW EXECUTE FUNCTION test_waits()
            """)
        .update();
    try (var holding = superuser.source().getConnection()) {
      holding.setAutoCommit(false);
      execute(holding, "SELECT pg_advisory_xact_lock(%d)".formatted(THE_LOCK));
      var expiry = start(ExpiryAlone.class);
      // The second batch changes the report that the first one made.
      until(
          expiry, "SELECT count(*) > 0 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");
      kill(expiry);
      holding.rollback();
      untilNobody("SELECT count(*) = 0 FROM pg_locks WHERE locktype = 'advisory'");
      assertDestroyed(BATCH);
    } finally {
      own.sql("DROP TRIGGER test_waits ON retention_report").update();
      own.sql("DROP FUNCTION test_waits()").update();
    }

    assertThat(start(ExpiryAlone.class).waitFor()).isZero();

    assertDestroyed(DUE);
  }

  @Test
  void a_backup_that_is_killed_leaves_no_file_that_looks_whole() throws Exception {
    clients.drop(); // no table of Konbit's own, so the second installation has none
    Path file = folder.resolve("nightly.backup");
    try (var holding = superuser.source().getConnection()) {
      holding.setAutoCommit(false);
      execute(holding, "LOCK TABLE organisation_key IN ACCESS EXCLUSIVE MODE");
      var backup = start(Operation.class, "backup", file.toString());
      until(
          backup,
          """
          SELECT count(*) > 0
            FROM pg_locks
           WHERE relation = 'organisation_key'::regclass AND NOT granted
          """);
      kill(backup);
      holding.rollback();
    }
    assertThat(file).doesNotExist();
    var left = new ArrayList<Path>();
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(each -> each.toString().endsWith(".partial")).forEach(left::add);
    }
    for (Path partial : left) {
      assertThatThrownBy(() -> restore(partial)).isInstanceOf(OperationRefused.class);
    }

    assertThat(start(Operation.class, "backup", file.toString()).waitFor()).isZero();

    assertThat(restore(file)).isEqualTo(Operations.Status.DONE);
  }

  /** The file is larger than the memory of the process, and nearly all of it was written. */
  @Test
  void a_file_that_is_killed_on_its_way_in_leaves_nothing_and_is_taken_by_the_next()
      throws Exception {
    var keeper = staff.organisation("Lantern House");
    Path file = folder.resolve("large.ndjson");
    var last = ImportAlone.large(file, LARGE);
    assertThat(Files.size(file)).isGreaterThan(100_000_000);
    String left =
        """
        SELECT (SELECT count(*) FROM directory_entry WHERE organisation_id = '%1$s')
             + (SELECT count(*) FROM directory_import WHERE organisation_id = '%1$s') = %2$d
        """;
    try (var holding = superuser.source().getConnection()) {
      holding.setAutoCommit(false);
      execute(
          holding,
          """
          INSERT INTO directory_entry
                 (organisation_id, id, name, document, source, listed_on, changed_at)
          VALUES ('%s', '%s', 'Not yet', '{}', 'DESK', now(), now())
          """
              .formatted(keeper, last));
      var taking = start("-Xmx96m", ImportAlone.class, keeper.toString(), file.toString());
      until(
          taking,
          "SELECT count(*) > 0 FROM pg_locks WHERE locktype = 'transactionid' AND NOT granted");
      kill(taking);
      holding.rollback();
      untilNobody(
          "SELECT count(*) = 0 FROM pg_locks WHERE locktype = 'transactionid' AND NOT granted");
    }
    assertThat(yes(left.formatted(keeper, 0))).isTrue();

    ImportAlone.take(imports, keeper, file);

    assertThat(yes(left.formatted(keeper, LARGE + 1))).isTrue();
  }

  private Operations.Status restore(Path file) throws IOException {
    Path home = Files.createTempDirectory(folder, "second");
    Path copied = Files.copy(key, home.resolve("copied.key"), StandardCopyOption.COPY_ATTRIBUTES);
    try (var second =
        Operation.start(
            List.of("konbit.data=" + home.resolve("data"), "konbit.key-file=" + copied),
            "restore",
            file.toString())) {
      return second.getBean(Operations.class).run(List.of("restore", file.toString()));
    }
  }

  private void assertDestroyed(int howMany) {
    assertThat(yes("SELECT count(*) = %d FROM sample_client".formatted(DUE - howMany))).isTrue();
    assertThat(
            yes(
                "SELECT sum(destroyed) = %d FROM retention_report WHERE organisation_id = '%s'"
                    .formatted(howMany, harbor)))
        .as("what the report says")
        .isTrue();
    assertThat(
            yes(
                """
                SELECT sum(cardinality(ids)) = %d
                  FROM audit_entry
                 WHERE organisation_id = '%s' AND action = 'DELETE'
                """
                    .formatted(howMany, harbor)))
        .as("what the audit says")
        .isTrue();
  }

  private Process start(Class<?> program, String... arguments) throws IOException {
    return start("-XX:TieredStopAtLevel=1", program, arguments);
  }

  private Process start(String option, Class<?> program, String... arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                option,
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile());
    process.environment().put("KONBIT_DATA", superuser.data().toString());
    process.environment().put("KONBIT_KEY_FILE", key.toString());
    return process.start();
  }

  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor()).as("killed, and not ended by itself").isEqualTo(137);
  }

  private void until(Process process, String isThere) throws IOException {
    while (!yes(isThere)) {
      assertThat(process.isAlive())
          .as("%s said: %s", process, Files.readString(folder.resolve("said")))
          .isTrue();
    }
  }

  private void untilNobody(String isGone) {
    while (!yes(isGone)) {
      Thread.onSpinWait(); // the server notices in its own time; the test's timeout ends this
    }
  }

  private boolean yes(String question) {
    return superuser.sql().sql(question).query(Boolean.class).single();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
