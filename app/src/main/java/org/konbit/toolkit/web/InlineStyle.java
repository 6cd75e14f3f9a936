package org.konbit.toolkit.web;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The style of pages that are one file: cards, the offline pack and what partners embed. The
 * browser takes it because its digest stands in the policy, and nothing else that stands in a page.
 */
@Component
class InlineStyle {
  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-%s'; img-src data:; form-action 'none'; "
          + "base-uri 'none'; frame-ancestors %s";

  private final String css;
  private final String digest;

  InlineStyle() {
    try {
      this.css =
          new ClassPathResource("static/assets/paper.css")
              .getContentAsString(StandardCharsets.UTF_8)
              .replaceAll("(?s)/\\*.*?\\*/", "")
              .replaceAll("\\s+", " ")
              .strip();
      var sha256 = MessageDigest.getInstance("SHA-256");
      this.digest =
          Base64.getEncoder().encodeToString(sha256.digest(css.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  /** The style, to stand between its tags as it is. */
  Content content() {
    return output -> output.writeContent(css);
  }

  /** Lets the browser take it. */
  void allow(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY.formatted(digest, "'none'"));
  }

  /** Lets the browser take it, and other sites frame the page. */
  void allowFramed(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY.formatted(digest, "*"));
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  }
}
