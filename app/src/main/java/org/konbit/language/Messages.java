package org.konbit.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The messages of all modules, {@code messages/<module>/<tag>.properties}, by language. */
@Component
public class Messages {
  private final Map<Language, Texts> texts;

  Messages(Languages languages) {
    texts =
        languages.all().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    language -> language, language -> new Texts(language, patterns(language))));
  }

  /** The texts in a language that is offered. */
  public Texts in(Language language) {
    return Optional.ofNullable(texts.get(language))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "The language (%s) is not offered.".formatted(language.tag())));
  }

  private static Map<String, String> patterns(Language language) {
    var patterns = new HashMap<String, String>();
    try {
      String files = "classpath*:messages/*/" + language.tag() + ".properties";
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(files)) {
        try (InputStream in = file.getInputStream()) {
          Utf8Properties.read(file.getDescription(), in)
              .forEach((key, pattern) -> patterns.put((String) key, (String) pattern));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return patterns;
  }
}
