package org.konbit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Gives a test's application a data folder under {@code target}, and clears those of earlier runs.
 */
class ThrowAwayData implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      Path target = Files.createDirectories(Path.of("target", "test-data").toAbsolutePath());
      try (var earlier = Files.list(target)) {
        for (Path folder : earlier.toList()) {
          if (isForsaken(folder)) {
            FileSystemUtils.deleteRecursively(folder);
            forgetKey(folder);
          }
        }
      }
      TestPropertyValues.of("konbit.data=" + Files.createTempDirectory(target, "konbit"))
          .applyTo(context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The key lies beside the folder, with what must outlive the database. */
  private static void forgetKey(Path folder) throws IOException {
    try (var beside =
        Files.newDirectoryStream(folder.getParent(), folder.getFileName() + ".key*")) {
      for (Path file : beside) {
        Files.delete(file);
      }
    }
  }

  private static boolean isForsaken(Path folder) throws IOException {
    Path lock = folder.resolve("lock");
    if (!Files.exists(lock)) {
      return false; // just made by somebody else
    }
    try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }
}
