package org.konbit.toolkit.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.konbit.toolkit.content.Kind;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The content files that ship with Konbit: one an item, in a folder a kind. */
final class ContentFiles {
  private static final String ENDING = ".md";

  /** A file; {@code id} is its name without the ending. */
  record File(Kind kind, String id, String text) {
    String reference() {
      return kind.word() + "/" + id;
    }
  }

  private ContentFiles() {}

  static List<File> all() {
    var files = new ArrayList<File>();
    for (var kind : Kind.values()) {
      files.addAll(of(kind));
    }
    return List.copyOf(files);
  }

  private static List<File> of(Kind kind) {
    try {
      var files = new ArrayList<File>();
      var found =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:/content/%s/*%s".formatted(kind.word(), ENDING));
      for (var resource : found) {
        var name = Objects.requireNonNull(resource.getFilename());
        files.add(
            new File(
                kind,
                name.substring(0, name.length() - ENDING.length()),
                resource.getContentAsString(StandardCharsets.UTF_8)));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
