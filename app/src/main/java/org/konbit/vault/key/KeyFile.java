package org.konbit.vault.key;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.konbit.vault.KeyUnavailable;

/** The file the key lies in: its owner's alone, and never inside the data folder. */
record KeyFile(Path path) implements BesideKey {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOR_OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  /**
   * The file that the operator named, or the data folder's name with {@code .key} beside it, so
   * that every data folder has a key of its own.
   *
   * @param named what {@code KONBIT_KEY_FILE} holds, empty if nothing
   * @throws KeyUnavailable if it lies inside the data folder
   */
  static KeyFile of(String named, Path data) {
    Path folder = real(data.toAbsolutePath().normalize());
    Path file =
        named.isEmpty()
            ? folder.resolveSibling(folder.getFileName() + ".key")
            : real(Path.of(named).toAbsolutePath().normalize());
    if (file.startsWith(folder)) {
      throw new KeyUnavailable(
          "The key file (%s) lies inside the data folder.\n".formatted(file)
              + "Whoever copied the data would have the key: keep it elsewhere, and name the place"
              + " with KONBIT_KEY_FILE.");
    }
    return new KeyFile(file);
  }

  /** Through symbolic links, as far as the path exists. */
  private static Path real(Path path) {
    try {
      if (Files.exists(path)) {
        return path.toRealPath();
      }
      Path parent = path.getParent();
      return parent == null ? path : real(parent).resolve(path.getFileName());
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  @Override
  public Path file(String what) {
    return path.resolveSibling(path.getFileName() + "." + what);
  }

  boolean exists() {
    return Files.exists(path);
  }

  /**
   * Reads the key.
   *
   * @throws KeyUnavailable if others may read the file, or it is damaged
   */
  KeyText read() {
    try {
      var rights = Files.getPosixFilePermissions(path);
      rights.retainAll(FOR_OTHERS);
      if (!rights.isEmpty()) {
        throw new KeyUnavailable(
            "The key file (%s) is open to others than its owner.\n".formatted(path)
                + "Close it: chmod 600 FILE. If others share this machine, rotate the key after.");
      }
      return KeyText.read(Files.readString(path));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /**
   * Writes a key where there is none.
   *
   * @return what the file now holds: of several that start at once, one writes and all read
   */
  KeyText create(KeyText key) {
    Path partial = write(key);
    try {
      Files.createLink(path, partial); // unlike a move, it never replaces
    } catch (FileAlreadyExistsException e) {
      return read();
    } catch (IOException e) {
      throw unwritable(e);
    } finally {
      delete(partial);
    }
    return key;
  }

  /** Puts a key in place of the one that is there, in one step. */
  void replace(KeyText key) {
    try {
      Files.move(
          write(key), path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private Path write(KeyText key) {
    try {
      Files.createDirectories(path.getParent());
      Path partial =
          Files.createTempFile(
              path.getParent(),
              path.getFileName().toString(),
              ".partial",
              PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      try (var out = FileChannel.open(partial, StandardOpenOption.WRITE)) {
        out.write(StandardCharsets.UTF_8.encode(key.write()));
        out.force(true); // data encrypted under a key that a power cut took would be lost
      }
      return partial;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void delete(Path partial) {
    try {
      Files.delete(partial);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private KeyUnavailable unwritable(IOException e) {
    return new KeyUnavailable(
        "The key file (%s) cannot be written.\n".formatted(path)
            + "Name a place that can be, outside the data folder, with KONBIT_KEY_FILE.",
        e);
  }

  private static KeyUnavailable unreadable(Path path, IOException e) {
    return new KeyUnavailable(
        "The key file (%s) cannot be read.\n".formatted(path)
            + "Give the user that runs Konbit the right to read it.",
        e);
  }
}
