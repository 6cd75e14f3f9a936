package org.konbit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Gives a test's application a data folder under {@code target}, and clears those of earlier runs.
 */
class ThrowAwayData implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  // A process loses its lock when it closes the file anywhere, so our own are never looked at.
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

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
      Path folder = Files.createTempDirectory(target, "konbit");
      OURS.add(folder);
      TestPropertyValues.of("konbit.data=" + folder).applyTo(context);
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
    if (OURS.contains(folder) || !Files.exists(lock)) {
      return false; // ours, or just made by somebody else
    }
    try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    }
  }
}
