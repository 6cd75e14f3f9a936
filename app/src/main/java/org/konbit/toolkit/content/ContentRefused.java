package org.konbit.toolkit.content;

import java.util.List;

/** A content file that cannot be used, with everything that is wrong with it. */
public final class ContentRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ContentRefused(String file, List<String> problems) {
    super("%s\n  %s".formatted(file, String.join("\n  ", problems)));
  }
}
