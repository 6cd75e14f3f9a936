package org.konbit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verbs of an operator, run by the real launcher. */
@Timeout(600) // seven launches, each with a database of its own
class OperationTests {
  @TempDir private static Path folder;
  private static Checkout checkout;
  private static Path data;

  @BeforeAll
  static void build() {
    checkout = Checkout.ofTheApplication();
    data = folder.resolve("the data");
  }

  @Test
  void a_backup_of_a_running_platform_is_restored_elsewhere_with_the_exported_key()
      throws Exception {
    Path backup = folder.resolve("a backup");
    Path key = folder.resolve("the exported key");
    try (var running = RunningKonbit.start(checkout, data)) {
      assertThat(run("backup", backup.toString()).status()).isZero();
      assertThat(run("keys", "export", key.toString()).status()).isZero();
      assertThat(run("keys", "rotate").status()).isZero();
      assertThat(run("audit", "verify").status()).isZero();
      assertThat(running.databaseServers()).isNotEmpty();
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
        .isEqualTo("rw-------");

    checkout.set("KONBIT_DATA", folder.resolve("elsewhere").toString());
    checkout.set("KONBIT_KEY_FILE", key.toString());
    try {
      assertThat(run("restore", backup.toString()).status()).isZero();
      assertThat(run("audit", "verify").status()).isZero();
    } finally {
      checkout.set("KONBIT_KEY_FILE", "");
      checkout.set("KONBIT_DATA", data.toString());
    }
  }

  @Test
  void data_whose_key_is_missing_are_left_alone_and_the_line_says_what_to_do() throws Exception {
    Path lost = folder.resolve("lost");
    RunningKonbit.start(checkout, lost).close();
    Files.delete(folder.resolve("lost.key"));

    var outcome = run("serve");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).last().asString().contains("is missing", "KONBIT_KEY_FILE");
    assertThat(folder.resolve("lost.key")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "backup, ./konbit backup FILE.",
    "restore, ./konbit restore FILE.",
    "audit, ./konbit audit verify.",
    "keys, ./konbit keys export FILE",
    "keys turn, ./konbit keys rotate",
    "keys export, ./konbit keys export FILE",
    "hold place, './konbit hold place ID \"REASON\", or ./konbit hold list ID, or'",
    "hold lift, ./konbit hold lift ID HOLD.",
    "admin, ./konbit admin invite [ID]."
  })
  void an_incomplete_verb_is_told_with_what_to_write(String words, String usage) throws Exception {
    checkout.set("KONBIT_DATA", folder.resolve("usage").toString());

    var outcome = run(words.split(" "));

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).last().asString().contains("fit no verb", usage);
  }

  @Test
  void a_restore_of_no_backup_is_refused_in_one_line() throws Exception {
    checkout.set("KONBIT_DATA", folder.resolve("usage").toString());
    Path file = Files.writeString(folder.resolve("no backup"), "something else");

    var outcome = run("restore", file.toString());

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).last().asString().containsAnyOf("no backup of Konbit", "no key file");
  }

  private static Outcome run(String... arguments) throws Exception {
    return Outcome.of(checkout.launch(arguments));
  }
}
