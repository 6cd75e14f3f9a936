package org.konbit.rules.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of one set of packs: places as folders, rules and messages in them. */
final class PackFolder {
  private static final String SHIPPED = "org/konbit/rulepacks";

  // The folder's own name will not do: the classes of any tests beside the packs stand in one
  // of the same name, and it might be found first.
  private static final String LANDMARK = "/us/pack.yaml";

  private PackFolder() {}

  /** Every file's bytes by its name, such as {@code ma/standard.yaml}. */
  static Map<String, byte[]> read(Path folder) {
    var files = new TreeMap<String, byte[]>();
    try (var places = Files.list(folder)) {
      for (Path place : places.filter(Files::isDirectory).toList()) {
        for (Path file : files(place)) {
          var name = folder.relativize(file).toString().replace('\\', '/');
          files.put(name, Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The rule packs in (%s) cannot be read.\nCheck the folder that KONBIT_RULEPACKS or --packs names."
              .formatted(folder),
          e);
    }
    return files;
  }

  private static List<Path> files(Path place) throws IOException {
    try (var below = Files.walk(place, 2, FileVisitOption.FOLLOW_LINKS)) {
      return below.filter(Files::isRegularFile).filter(PackFolder::isOfPack).sorted().toList();
    }
  }

  private static boolean isOfPack(Path file) {
    var path = file.toString().replace('\\', '/');
    return path.endsWith(".yaml") || path.matches(".*/messages/[^/]+\\.properties");
  }

  /** The packs that come with Konbit, from the class path. */
  static Map<String, byte[]> shipped() {
    var found = PackFolder.class.getClassLoader().getResource(SHIPPED + LANDMARK);
    if (found == null) {
      throw new IllegalStateException(
          "No rule packs are on the class path.\nAdd konbit-rulepacks to it.");
    }
    try {
      var uri = found.toURI();
      return uri.getScheme().equals("jar") ? fromJar(uri) : read(folderOf(Path.of(uri)));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, byte[]> fromJar(URI uri) {
    try (var jar = FileSystems.newFileSystem(uri, Map.of())) {
      return read(jar.getPath("/" + SHIPPED));
    } catch (FileSystemAlreadyExistsException _) {
      return read(folderOf(Path.of(uri)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folderOf(Path landmark) {
    return landmark.resolve("../..").normalize();
  }
}
