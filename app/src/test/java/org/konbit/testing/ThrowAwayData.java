package org.konbit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Gives a test's application a data folder under {@code target}, and clears those of processes that
 * are no more. A folder bears the number of its process: its lock would not tell, since a process
 * loses that when it reads the file anywhere, as a test does that looks for names in all files.
 */
class ThrowAwayData implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final Pattern NAME = Pattern.compile("(\\d{1,18})-\\d+");

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      Path target = Files.createDirectories(Path.of("target", "test-data").toAbsolutePath());
      clearIfNobodyDoes(target);
      Path folder = Files.createTempDirectory(target, ProcessHandle.current().pid() + "-");
      TestPropertyValues.of("konbit.data=" + folder).applyTo(context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void clearIfNobodyDoes(Path target) throws IOException {
    try (var file =
            FileChannel.open(
                target.resolve("clearing"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var alone = file.tryLock();
        var earlier = Files.list(target)) {
      if (alone == null) {
        return;
      }
      for (Path folder : earlier.filter(ThrowAwayData::isForsaken).toList()) {
        FileSystemUtils.deleteRecursively(folder);
        forgetKey(folder);
      }
    }
  }

  private static boolean isForsaken(Path folder) {
    var name = NAME.matcher(folder.getFileName().toString());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
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
}
