package org.konbit.web;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address by which readers know this installation, for what they take away on paper. */
@Component
public class PublicOrigin {
  private final WebSettings settings;

  PublicOrigin(WebSettings settings) {
    this.settings = settings;
  }

  /**
   * As the operator named it, else as the reader of the page that is being answered reached it;
   * without a slash at its end.
   */
  public String address() {
    return settings.isPublic()
        ? settings.url().replaceAll("/+$", "")
        : ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
  }
}
