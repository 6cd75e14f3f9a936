package org.konbit.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.input.ReadAheadInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs (initdb, pg_ctl, postgres), unpacked once for this machine. */
record Programs(Path bin) {
  private static final int OWNER_MAY_EXECUTE = 0100;
  private static final int AHEAD = 1 << 20;

  /** Unpacks the packaged programs to {@code home}, unless that was done before. */
  static Programs in(Path home) {
    try {
      if (!Files.exists(home)) {
        // Renamed only when complete, so a start cut short leaves nothing half unpacked.
        Path partial = home.resolveSibling(home.getFileName() + ".partial");
        FileSystemUtils.deleteRecursively(partial);
        unpack(partial);
        Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
      }
      return new Programs(home.resolve("bin"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String path(String program) {
    return bin.resolve(program).toString();
  }

  private static void unpack(Path target) throws IOException {
    String archive = archiveName();
    try (InputStream packed = Programs.class.getResourceAsStream("/" + archive)) {
      if (packed == null) {
        throw new DatabaseUnavailable(
            "No PostgreSQL is packaged for this system (%s).\n".formatted(archive)
                + "Set KONBIT_DATABASE_URL and KONBIT_DATABASE_OWNER_URL to a server of yours.");
      }
      try (var tar = new TarArchiveInputStream(unpackedAhead(packed))) {
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
          place(entry, tar, target);
        }
      }
    }
  }

  // Another core unpacks while this one writes a thousand files.
  private static InputStream unpackedAhead(InputStream packed) throws IOException {
    return ReadAheadInputStream.builder()
        .setInputStream(new XZInputStream(packed))
        .setBufferSize(AHEAD)
        .get();
  }

  private static void place(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    Path to = target.resolve(entry.getName()).normalize();
    if (!to.startsWith(target)) {
      throw new IOException("The archive reaches outside its folder (%s).".formatted(entry));
    }
    if (entry.isDirectory()) {
      Files.createDirectories(to);
      return;
    }
    Files.createDirectories(to.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, to);
    if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
      Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static String archiveName() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return "postgres-%s-%s.txz"
        .formatted(
            system.contains("mac") ? "darwin" : system,
            switch (arch) {
              case "amd64", "x86_64" -> "x86_64";
              case "aarch64" -> "arm_64";
              default -> arch;
            });
  }
}
