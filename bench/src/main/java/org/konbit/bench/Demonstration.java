package org.konbit.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;

/** What a demonstration says once it has started. */
final class Demonstration {
  private static final Pattern NAVIGATOR =
      Pattern.compile("navigator: (http://localhost:\\d+/desk/demo/[\\w-]+)");

  private Demonstration() {}

  /** The link that signs its first navigator in; reads on until it is said. */
  static URI navigator(BufferedReader said) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      var link = NAVIGATOR.matcher(line);
      if (link.find()) {
        return URI.create(link.group(1));
      }
    }
    throw new IllegalStateException("The demonstration did not start.");
  }
}
