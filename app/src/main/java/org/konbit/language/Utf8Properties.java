package org.konbit.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Property files as this project writes them: UTF-8, each key once. */
final class Utf8Properties extends Properties {
  private Utf8Properties() {}

  /**
   * Reads a file of the class path.
   *
   * @throws IllegalStateException if there is no such file or a key stands in it twice
   */
  static Properties read(String path) {
    try (InputStream in = Utf8Properties.class.getResourceAsStream("/" + path)) {
      if (in == null) {
        throw new IllegalStateException("The file (%s) is missing.".formatted(path));
      }
      return read(path, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Properties read(String path, InputStream in) throws IOException {
    var properties = new Utf8Properties();
    try {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) { // a bad \\u escape, or a key given twice
      throw new IllegalStateException("%s: %s".formatted(path, e.getMessage()), e);
    }
    return properties;
  }

  // Properties would silently keep the later of two texts.
  @Override
  public synchronized Object put(Object key, Object value) {
    if (containsKey(key)) {
      throw new IllegalArgumentException("Key (%s) stands there twice.".formatted(key));
    }
    super.put(key, value);
    return value;
  }
}
