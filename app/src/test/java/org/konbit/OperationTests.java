package org.konbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff;
import org.konbit.access.signin.Invitations;
import org.konbit.database.Acting;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.Superuser;
import org.konbit.vault.KeyRefused;
import org.konbit.vault.OperationRefused;
import org.konbit.vault.Operations;
import org.konbit.vault.OrganisationKeys;
import org.konbit.vault.Retention;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An operator's verbs beside a running Konbit, and a restore into a second installation. */
@KonbitTest
@Import(Superuser.class)
@ExtendWith(OutputCaptureExtension.class)
class OperationTests {
  private static final String SECRET = "Subpoena about Ana Pérez Quiñones";

  @TempDir private Path folder;

  @Autowired private Superuser superuser;
  @Autowired private Retention retention;
  @Autowired private OrganisationKeys keys;
  @Autowired private GivenStaff given;
  @Autowired private Invitations invitations;

  private final UUID harbor = UUID.randomUUID();
  private final UUID valley = UUID.randomUUID();
  private Path ourKey;

  @BeforeEach
  void keepSomething() {
    ourKey = superuser.data().resolveSibling(superuser.data().getFileName() + ".key");
    as(harbor).run(() -> retention.holdEverything(SECRET));
    as(valley).run(() -> retention.holdEverything("Valley's own"));
  }

  @Test
  void a_backup_of_a_running_konbit_is_restored_into_a_second_installation() throws Exception {
    Path file = backup();
    long entries = count(superuser.sql(), "audit_entry");
    as(harbor).run(() -> retention.holdEverything("after the backup"));

    try (var second = second("restore", file.toString())) {
      assertThat(second.getBean(Operations.class).run(List.of("restore", file.toString())))
          .isEqualTo(Operations.Status.DONE);

      assertThat(holds(second, harbor)).containsExactly(SECRET);
      assertThat(holds(second, valley)).containsExactly("Valley's own");
      var there = JdbcClient.create(second.getBean("backupDataSource", DataSource.class));
      // Reading the holds just now was noted there, once for each organisation.
      assertThat(count(there, "audit_entry")).isEqualTo(entries + 2);
      assertThat(second.getBean(Operations.class).run(List.of("audit", "verify")))
          .isEqualTo(Operations.Status.DONE);
    }
  }

  @Test
  void what_was_destroyed_since_a_backup_stays_unreadable_after_its_restore() throws Exception {
    Path file = backup();
    as(harbor).run(keys::destroy);

    try (var second = second("restore", file.toString())) {
      second.getBean(Operations.class).run(List.of("restore", file.toString()));

      assertThatThrownBy(() -> holds(second, harbor))
          .isInstanceOf(KeyRefused.class)
          .hasMessageContaining("is destroyed");
      assertThat(holds(second, valley)).containsExactly("Valley's own");
      var there = JdbcClient.create(second.getBean("backupDataSource", DataSource.class));
      assertThat(
              there
                  .sql("SELECT count(*) FROM organisation_key WHERE organisation_id = :id")
                  .param("id", harbor)
                  .query(Long.class)
                  .single())
          .isZero();
    }
  }

  @Test
  void a_restore_replaces_nothing() throws Exception {
    Path file = backup();

    try (var second = second("restore", file.toString())) {
      var operations = second.getBean(Operations.class);
      operations.run(List.of("restore", file.toString()));

      assertThatThrownBy(() -> operations.run(List.of("restore", file.toString())))
          .isInstanceOf(OperationRefused.class)
          .hasMessageContaining("holds data already");
    }
  }

  @Test
  void a_backup_that_is_cut_off_or_altered_restores_nothing_at_all() throws Exception {
    Path file = backup();
    byte[] whole = Files.readAllBytes(file);
    Path spoilt = folder.resolve("spoilt");

    try (var second = second("restore", file.toString())) {
      var operations = second.getBean(Operations.class);
      for (int cut : new int[] {25, whole.length / 2, whole.length - 1}) {
        Files.write(spoilt, java.util.Arrays.copyOf(whole, cut));
        assertThatThrownBy(() -> operations.run(List.of("restore", spoilt.toString())))
            .as("cut at %d", cut)
            .isInstanceOf(OperationRefused.class)
            .hasMessageContaining("Nothing was restored");
      }
      for (int at : new int[] {20, 70, whole.length / 2, whole.length - 1}) {
        byte[] altered = whole.clone();
        altered[at] ^= 1;
        Files.write(spoilt, altered);
        assertThatThrownBy(() -> operations.run(List.of("restore", spoilt.toString())))
            .as("altered at %d", at)
            .isInstanceOf(RuntimeException.class);
      }
      Files.writeString(spoilt, "something else");
      assertThatThrownBy(() -> operations.run(List.of("restore", spoilt.toString())))
          .hasMessageContaining("no backup of Konbit");
      var there = JdbcClient.create(second.getBean("backupDataSource", DataSource.class));
      assertThat(count(there, "audit_entry")).isZero();
    }
  }

  @Test
  void without_the_key_a_backup_is_noise() throws Exception {
    Path file = backup();
    var bytes = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);

    assertThat(bytes).doesNotContain("audit_entry", "organisation", harbor.toString());
    assertThatThrownBy(() ->
            start(folder.resolve("third"), folder.resolve("no.key"), "restore", file.toString()))
        .isInstanceOf(org.konbit.vault.KeyUnavailable.class)
        .hasMessageContaining("keys export");
  }

  @Test
  void while_others_write_a_backup_shows_one_moment() throws Exception {
    var isOver = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writer =
          threads.submit(() -> {
            while (!isOver.get()) {
              as(harbor).run(() -> retention.holdEverything("meanwhile"));
            }
          });
      Path file;
      try {
        file = backup();
      } finally {
        isOver.set(true);
      }
      writer.get();

      try (var second = second("restore", file.toString())) {
        second.getBean(Operations.class).run(List.of("restore", file.toString()));
        // A hold and its audit entry are written together, so they are restored together.
        var there = JdbcClient.create(second.getBean("backupDataSource", DataSource.class));
        assertThat(
                there
                    .sql(
                        """
                        SELECT (SELECT count(*) FROM legal_hold WHERE organisation_id = :id)
                             - (SELECT count(*) FROM audit_entry
                                 WHERE organisation_id = :id AND action = 'CREATE')
                        """)
                    .param("id", harbor)
                    .query(Long.class)
                    .single())
            .isZero();
        assertThat(second.getBean(Operations.class).run(List.of("audit", "verify")))
            .isEqualTo(Operations.Status.DONE);
      }
    }
  }

  @Test
  void keys_are_rotated_and_exported_beside_a_running_konbit() throws Exception {
    Path exported = folder.resolve("exported");
    try (var verb = beside()) {
      var operations = verb.getBean(Operations.class);
      assertThat(operations.run(List.of("keys", "rotate"))).isNotNull();
      operations.run(List.of("keys", "export", exported.toString()));

      assertThatThrownBy(() -> operations.run(List.of("keys", "export", exported.toString())))
          .isInstanceOf(OperationRefused.class)
          .hasMessageContaining("is there already");
    }

    assertThat(exported).hasSameTextualContentAs(ourKey);
    // The Konbit that went on running reads under the new keys.
    assertThat(as(harbor).call(() -> retention.holds()))
        .extracting(Retention.Hold::reason)
        .contains(SECRET);
  }

  @Test
  void a_key_is_destroyed_only_if_it_is_named_twice_and_no_hold_stands() {
    try (var verb = beside()) {
      var operations = verb.getBean(Operations.class);
      assertThatThrownBy(() ->
              operations.run(List.of("keys", "destroy", harbor.toString(), valley.toString())))
          .hasMessageContaining("not named twice");
      assertThatThrownBy(
              () -> {
                String nobody = UUID.randomUUID().toString();
                operations.run(List.of("keys", "destroy", nobody, nobody));
              })
          .hasMessageContaining("There is no key");
      var destroy = List.of("keys", "destroy", harbor.toString(), harbor.toString());
      assertThatThrownBy(() -> operations.run(destroy)).hasMessageContaining("A legal hold stands");
      as(harbor).run(() -> retention.holds().forEach(hold -> retention.lift(hold.id())));
      operations.run(destroy);
      assertThatThrownBy(() -> operations.run(destroy)).hasMessageContaining("destroyed already");
    }

    assertThat(as(harbor).call(keys::state)).isEqualTo(OrganisationKeys.State.DESTROYED);
  }

  @Test
  void a_hold_is_placed_listed_and_lifted_at_the_terminal(CapturedOutput console) {
    var third = UUID.randomUUID();
    as(third).run(() -> retention.lift(retention.holdEverything("makes a key")));
    try (var verb = beside()) {
      var operations = verb.getBean(Operations.class);
      operations.run(List.of("hold", "place", third.toString(), "Matter 2026-17"));

      var hold = as(third).call(() -> retention.holds()).getFirst();
      assertThat(hold.reason()).isEqualTo("Matter 2026-17");
      assertThat(hold.kind()).isEmpty();
      operations.run(List.of("hold", "list", third.toString()));
      assertThat(console).contains(hold.id().toString()).doesNotContain("Matter 2026-17");
      operations.run(List.of("hold", "lift", third.toString(), hold.id().toString()));
      assertThat(as(third).call(() -> retention.holds())).isEmpty();
      assertThatThrownBy(
              () -> operations.run(List.of("hold", "lift", third.toString(), hold.id().toString())))
          .hasMessageContaining("no hold");
      assertThatThrownBy(() -> operations.run(List.of("hold", "list", "harbor")))
          .hasMessageContaining("no id");
    }
  }

  @Test
  void where_nobody_could_invite_any_more_the_terminal_does(CapturedOutput console) {
    var partner = given.organisation("Valley Legal Aid");
    try (var verb = beside()) {
      var operations = verb.getBean(Operations.class);
      operations.run(List.of("admin", "invite"));
      operations.run(List.of("admin", "invite", partner.toString()));

      assertThatThrownBy(() -> operations.run(List.of("admin", "invite", "valley")))
          .isInstanceOf(OperationRefused.class)
          .hasMessageContaining("no organization's id");
      assertThatThrownBy(
              () -> operations.run(List.of("admin", "invite", UUID.randomUUID().toString())))
          .isInstanceOf(OperationRefused.class);
    }

    var links =
        Pattern.compile("/desk/en/invitation/([\\w-]+)")
            .matcher(console.getAll())
            .results()
            // The one that the start printed is over: the verb's has taken its place.
            .flatMap(link -> invitations.open(link.group(1)).stream())
            .toList();
    assertThat(links)
        .extracting(Invitations.Invitation::organisation, each -> each.choice().roles())
        .contains(
            tuple(partner, Set.of(Role.ORGANISATION_ADMINISTRATOR)),
            tuple(
                given.coalition(),
                Set.of(Role.ORGANISATION_ADMINISTRATOR, Role.COALITION_ADMINISTRATOR)));
  }

  @Test
  void a_finding_of_the_audit_is_told_by_number(CapturedOutput console) {
    superuser
        .sql()
        .sql("UPDATE audit_entry SET kind = 'other' WHERE organisation_id = :id AND seq = 1")
        .param("id", valley)
        .update();
    try (var verb = beside()) {
      assertThat(verb.getBean(Operations.class).run(List.of("audit", "verify")))
          .isEqualTo(Operations.Status.FOUND_WRONG);
    } finally {
      superuser
          .sql()
          .sql("UPDATE audit_entry SET kind = 'legal_hold' WHERE organisation_id = :id AND seq = 1")
          .param("id", valley)
          .update();
    }
    assertThat(console).contains("Changed[organisation=" + valley + ", seq=1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "backup", "backup a b", "audit", "audit check", "keys", "keys export"})
  void other_arguments_fit_no_verb(String arguments) {
    try (var verb = beside()) {
      assertThat(verb.getBean(Operations.class).run(List.of(arguments.split(" ", -1))))
          .isEqualTo(Operations.Status.WRONG_USAGE);
    }
  }

  private Path backup() throws IOException {
    Path file = Files.createTempDirectory(folder, "backup").resolve("file");
    try (var verb = beside()) {
      assertThat(verb.getBean(Operations.class).run(List.of("backup", file.toString())))
          .isEqualTo(Operations.Status.DONE);
    }
    assertThat(file.getParent()).isDirectoryContaining(file::equals);
    try (var files = Files.list(file.getParent())) {
      assertThat(files).hasSize(1);
    }
    return file;
  }

  /** A verb on the data of the Konbit that runs these tests. */
  private ConfigurableApplicationContext beside() {
    return start(superuser.data(), ourKey);
  }

  /** A verb on an empty installation of its own that has been given a copy of the key. */
  private ConfigurableApplicationContext second(String... arguments) throws IOException {
    Path home = Files.createTempDirectory(folder, "second");
    Path key =
        Files.copy(
            ourKey, home.resolve("copied.key"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    Path destroyed = ourKey.resolveSibling(ourKey.getFileName() + ".destroyed");
    if (Files.exists(destroyed)) {
      Files.copy(destroyed, home.resolve("copied.key.destroyed"));
    }
    return start(home.resolve("data"), key, arguments);
  }

  private static ConfigurableApplicationContext start(Path data, Path key, String... arguments) {
    return Operation.start(
        List.of(
            "konbit.data=" + data,
            "konbit.key-file=" + key,
            "konbit.database.url=",
            "konbit.database.owner-url="),
        arguments);
  }

  private static List<String> holds(ConfigurableApplicationContext context, UUID organisation) {
    return as(organisation).call(() -> context.getBean(Retention.class).holds()).stream()
        .map(Retention.Hold::reason)
        .toList();
  }

  private static long count(JdbcClient jdbc, String table) {
    return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }

  private static Acting as(UUID organisation) {
    return new Acting.Member(
        organisation, UUID.randomUUID(), Set.of("privacy_officer"), "legal demand");
  }
}
