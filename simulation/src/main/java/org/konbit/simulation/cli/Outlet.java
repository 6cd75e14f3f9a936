package org.konbit.simulation.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.konbit.rules.command.WrongUsage;

/** Writes a file whole or not at all: beside it first, then in one move. */
final class Outlet {
  /** Writes to the file given to it. */
  interface Writing {
    void to(Path file) throws IOException;
  }

  private Outlet() {}

  static void write(Path file, Writing writing) {
    var folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new WrongUsage("There is no folder for the file (%s).".formatted(file));
    }
    try {
      var beside = Files.createTempFile(folder, ".konbit", ".part");
      beside.toFile().deleteOnExit();
      // Whoever is interrupted before the move leaves nothing behind.
      writing.to(beside);
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new WrongUsage(
          "The file (%s) cannot be written.\nCheck the folder and the space on the disk."
              .formatted(file),
          e);
    }
  }
}
