package org.konbit.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTests {
  @TempDir private Path data;

  @Test
  void what_a_killed_process_left_goes_a_day_later_and_what_is_in_use_stays() throws Exception {
    var scratch = new Scratch(new ScratchSettings(data), Clock.systemUTC());
    Path killed = scratch.folder();
    Files.writeString(killed.resolve("0.jsonl"), "{}");
    Path upload = scratch.file();
    Path inUse = scratch.folder();
    var yesterday = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
    Files.setLastModifiedTime(killed, yesterday);
    Files.setLastModifiedTime(upload, yesterday);

    Path next = scratch.file();

    assertThat(killed).doesNotExist();
    assertThat(upload).doesNotExist();
    assertThat(inUse).exists();
    assertThat(next).exists();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(next)))
        .isEqualTo("rw-------");
  }
}
