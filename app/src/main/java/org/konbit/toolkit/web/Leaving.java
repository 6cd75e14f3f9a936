package org.konbit.toolkit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.konbit.toolkit.content.Heading;
import org.konbit.toolkit.content.Kind;
import org.konbit.web.PageFrames;
import org.springframework.stereotype.Component;

/**
 * Lets a reader leave a page by pressing one key three times, where somebody may be looking over
 * their shoulder. Guides carry no script, whatever they are about: there, as wherever scripts are
 * switched off, the link does it.
 */
@Component
class Leaving {
  private static final String POLICY = "Content-Security-Policy";

  private final PageFrames frames;

  Leaving(PageFrames frames) {
    this.frames = frames;
  }

  /** The address of the script, for an item whose page has one. */
  Optional<String> script(Heading heading) {
    return isFor(heading) ? Optional.of(frames.asset("leave.js")) : Optional.empty();
  }

  /** Lets the browser run it, on the page of such an item and on no other. */
  void allow(HttpServletResponse response, Heading heading) {
    if (isFor(heading)) {
      response.setHeader(POLICY, response.getHeader(POLICY) + "; script-src 'self'");
    }
  }

  private static boolean isFor(Heading heading) {
    return heading.isSensitive() && (heading.kind() == Kind.RIGHT || heading.kind() == Kind.ACTION);
  }
}
