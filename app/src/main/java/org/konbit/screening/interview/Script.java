package org.konbit.screening.interview;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Where the one script is served that lets the next question come without a whole new page. */
@Component
class Script {
  private static final String FOLDER = "META-INF/resources";

  private final String address;

  Script() {
    try {
      var found =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:" + FOLDER + "/webjars/htmx.org/*/dist/htmx.min.js");
      if (found.length != 1) {
        throw new IllegalStateException("There are (%d) scripts, not one.".formatted(found.length));
      }
      var url = found[0].getURL().toString();
      address = url.substring(url.indexOf(FOLDER) + FOLDER.length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return address;
  }
}
