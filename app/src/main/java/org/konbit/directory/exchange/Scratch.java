package org.konbit.directory.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Files that an import or an export needs on its way, in the data folder, where nobody else reads.
 * Each takes its own away; what a killed process left goes when the next begins, a day later.
 */
@Component
@EnableConfigurationProperties(ScratchSettings.class)
public class Scratch {
  // Longer than any import or export takes.
  private static final Duration IN_USE = Duration.ofDays(1);

  private final Path folder;
  private final Clock clock;

  Scratch(ScratchSettings settings, Clock clock) {
    this.folder = settings.data().resolve("scratch");
    this.clock = clock;
  }

  /** A new file. */
  public Path file() throws IOException {
    return Files.createTempFile(cleared(), "", ".part");
  }

  /** A new folder. */
  public Path folder() throws IOException {
    return Files.createTempDirectory(cleared(), "");
  }

  private Path cleared() throws IOException {
    Files.createDirectories(folder);
    for (Path left : left()) {
      PathUtils.delete(left);
    }
    return folder;
  }

  private List<Path> left() throws IOException {
    var before = clock.instant().minus(IN_USE);
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> changed(each).isBefore(before)).toList();
    }
  }

  private static Instant changed(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (java.nio.file.NoSuchFileException e) { // taken away meanwhile, by its own
      return Instant.MAX;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
