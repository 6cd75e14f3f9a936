package org.konbit.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The folder an installation keeps its data in, held by one running Konbit at a time. */
final class DataFolder implements AutoCloseable {
  // Data of one major version cannot be read by the next, so each has a folder of its own.
  private static final String MAJOR = "postgresql-18";
  private static final String LOCK = "lock";

  // A process loses its lock when it closes the file anywhere: what it holds itself is told from
  // here, and the file is left alone.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path root;
  private final FileChannel lock;

  private DataFolder(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Takes the folder, making it if need be. The lock ends with the process, however it ends.
   *
   * @throws DatabaseUnavailable if another Konbit holds the folder or it cannot be written
   */
  static DataFolder take(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    try {
      if (!Files.exists(root)) { // the rights of a folder that was there are its owner's choice
        Files.createDirectories(root);
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
      }
      Files.createDirectories(root.resolve(MAJOR));
      if (!HELD.add(root)) {
        throw inUse(root);
      }
      try {
        return new DataFolder(root, locked(root));
      } catch (IOException | DatabaseUnavailable e) {
        HELD.remove(root);
        throw e;
      }
    } catch (IOException e) {
      throw new DatabaseUnavailable(
          "The data folder (%s) cannot be written.\n".formatted(root)
              + "Give its owner the right to write there, or choose another with KONBIT_DATA.",
          e);
    }
  }

  private static FileChannel locked(Path root) throws IOException {
    var lock =
        FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock.tryLock() == null) {
      lock.close();
      throw inUse(root);
    }
    return lock;
  }

  private static DatabaseUnavailable inUse(Path root) {
    return new DatabaseUnavailable(
        "Another Konbit is running on the data folder (%s).\n".formatted(root)
            + "Stop it first, or give this one a folder of its own with KONBIT_DATA.");
  }

  /** Where everything of this major version lies. */
  Path home() {
    return home(root);
  }

  static Path home(Path dataFolder) {
    return dataFolder.resolve(MAJOR);
  }

  /** Whether a running Konbit holds the folder. */
  static boolean isInUse(Path dataFolder) {
    Path root = dataFolder.toAbsolutePath().normalize();
    if (HELD.contains(root)) {
      return true;
    }
    Path file = root.resolve(LOCK);
    if (!Files.exists(file)) {
      return false;
    }
    try (var lock = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return lock.tryLock() == null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path programs(String version) {
    return home().resolve("programs-" + version);
  }

  Path cluster() {
    return home().resolve("cluster");
  }

  Path serverLog() {
    return home().resolve("server.log");
  }

  Path passwordFile(String role) {
    return home().resolve(role + ".password");
  }

  /** The password of a database role, drawn at random the first time it is asked for. */
  String password(String role) {
    Path file = passwordFile(role);
    try {
      if (!Files.exists(file)) {
        // Renamed only when written: a start cut short must not leave an empty password behind.
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        var ownerOnly = PosixFilePermissions.fromString("rw-------");
        Files.createFile(partial, PosixFilePermissions.asFileAttribute(ownerOnly));
        Files.writeString(partial, randomPassword());
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String randomPassword() {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD.remove(root);
    }
  }
}
