package org.konbit.vault.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.vault.KeyRefused;
import org.konbit.vault.KeyUnavailable;

class KeyFileTests {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @TempDir private Path folder;

  @Test
  void it_lies_beside_the_data_folder_and_is_its_owners_alone() throws IOException {
    var file = KeyFile.of("", folder.resolve("data"));

    file.create(KeyText.draw(TODAY));

    assertThat(file.path()).isEqualTo(folder.toRealPath().resolve("data.key"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");
    assertThat(folder).isDirectoryNotContaining("glob:**.partial");
  }

  @ParameterizedTest
  @ValueSource(strings = {"data/key", "data/deep/er/key", "elsewhere/../data/key", "link/key"})
  void inside_the_data_folder_it_is_refused(String place) throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.createSymbolicLink(folder.resolve("link"), data);

    assertThatThrownBy(() -> KeyFile.of(folder.resolve(place).toString(), data))
        .isInstanceOf(KeyUnavailable.class)
        .hasMessageContaining("lies inside the data folder")
        .hasMessageContaining("KONBIT_KEY_FILE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx-----x"})
  void open_to_others_it_is_refused(String rights) throws IOException {
    var file = KeyFile.of("", folder.resolve("data"));
    file.create(KeyText.draw(TODAY));
    Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString(rights));

    assertThatThrownBy(file::read)
        .isInstanceOf(KeyUnavailable.class)
        .hasMessageContaining("is open to others")
        .hasMessageContaining("chmod 600");
  }

  @Test
  void any_altered_letter_is_noticed_and_the_message_repeats_none() throws IOException {
    var key = KeyText.draw(TODAY).withNewVersion(TODAY);
    String text = key.write();
    String secret = text.lines().filter(line -> line.startsWith("root ")).findFirst().orElseThrow();
    int from = text.indexOf("root ");

    for (int at = from; at < text.length() - 1; at++) {
      char other = text.charAt(at) == 'x' ? 'y' : 'x';
      String altered = text.substring(0, at) + other + text.substring(at + 1);
      assertThatThrownBy(() -> KeyText.read(altered))
          .as("letter %d", at)
          .isInstanceOf(KeyUnavailable.class)
          .hasMessageNotContaining(secret.substring(5));
    }
    assertThat(KeyText.read(text)).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "check ", "konbit-key 1\n", "\0\0\0", "check e3b0c44298fc1c14"})
  void a_file_that_is_no_key_is_refused(String text) {
    assertThatThrownBy(() -> KeyText.read(text))
        .isInstanceOf(KeyUnavailable.class)
        .hasMessageContaining("keys export");
  }

  @Test
  void many_that_start_at_once_share_one_key() throws Exception {
    var file = KeyFile.of("", folder.resolve("data"));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<KeyText> start = () -> file.create(KeyText.draw(TODAY));
      var keys =
          threads.invokeAll(IntStream.range(0, 16).mapToObj(_ -> start).toList()).stream()
              .map(each -> each.resultNow())
              .toList();

      assertThat(keys).hasSize(16).allMatch(file.read()::equals);
    }
  }

  @Test
  void what_an_older_version_wrapped_is_still_unwrapped() {
    var older = key("data");
    byte[] wrapped = older.wrap("a key".getBytes(UTF_8), "organisation 1");

    var newer = key("data");
    newer.addVersion();

    assertThat(newer.version()).isEqualTo(2);
    assertThat(newer.unwrap(wrapped, "organisation 1")).isEqualTo("a key".getBytes(UTF_8));
    assertThat(VersionedAead.versionOf(newer.wrap(new byte[32], "x"))).isEqualTo(2);
    assertThat(VersionedAead.versionOf(wrapped)).isEqualTo(1);
  }

  @Test
  void a_version_that_another_process_added_is_found() {
    var running = key("data");
    var rotating = key("data");
    rotating.addVersion();

    assertThat(running.unwrap(rotating.wrap(new byte[32], "x"), "x")).isEqualTo(new byte[32]);
    assertThat(running.version()).isEqualTo(2);
  }

  @Test
  void another_context_or_installation_unwraps_nothing() {
    var key = key("data");
    byte[] wrapped = key.wrap(new byte[32], "organisation 1");

    assertThatThrownBy(() -> key.unwrap(wrapped, "organisation 2")).isInstanceOf(KeyRefused.class);
    assertThatThrownBy(() -> key("other").unwrap(wrapped, "organisation 1"))
        .isInstanceOf(KeyRefused.class)
        .hasMessageContaining("another installation");
  }

  @Test
  void lasting_secrets_outlive_a_rotation_and_those_of_a_version_do_not() {
    var before = key("data");
    byte[] saltBefore = before.derive("salt");
    byte[] firstBefore = before.derive("salt", 1);
    assertThatThrownBy(() -> before.derive("salt", 2))
        .isInstanceOf(KeyRefused.class)
        .hasMessageContaining("no version (2)");

    var after = key("data");
    after.addVersion();

    assertThat(after.derive("salt")).isEqualTo(saltBefore).hasSize(32);
    assertThat(after.derive("salt")).isNotEqualTo(after.derive("pepper"));
    assertThat(after.derive("salt")).isNotEqualTo(after.derive("salt", 1));
    assertThat(after.derive("salt", 1)).isEqualTo(firstBefore);
    assertThat(after.derive("salt", 2)).isNotEqualTo(after.derive("salt", 1));
  }

  private FileKey key(String data) {
    var file = KeyFile.of("", folder.resolve(data));
    if (!file.exists()) {
      file.create(KeyText.draw(TODAY));
    }
    return new FileKey(file, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  }

  @Test
  void secrets_are_derived_as_rfc_5869_says() {
    // RFC 5869, test case 3: no salt, no info; its first 32 bytes of 42.
    var secret = HexFormat.of().parseHex("0b".repeat(22));

    assertThat(HexFormat.of().formatHex(Secrets.derive(secret, "")))
        .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
  }
}
