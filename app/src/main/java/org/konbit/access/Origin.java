package org.konbit.access;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The one address people know this installation by: passkeys are bound to it, links begin with it.
 */
@Component
public class Origin {
  private final AccessSettings settings;
  private volatile int port;

  /**
   * @param configured the port that is listened on, unless any free one is
   */
  Origin(AccessSettings settings, @Value("${server.port}") int configured) {
    this.settings = settings;
    this.port = configured;
  }

  @EventListener
  void note(ServletWebServerInitializedEvent event) {
    port = event.getWebServer().getPort();
  }

  /** Such as {@code https://help.example.org}, without a slash at its end. */
  public String address() {
    return settings.isPublic()
        ? settings.url().replaceAll("/+$", "")
        : "http://localhost:%d".formatted(port);
  }

  /** Whether browsers reach it by TLS alone. */
  public boolean isSecure() {
    return address().startsWith("https:");
  }

  /** The host of that address, without a port. */
  public String host() {
    return URI.create(address()).getHost();
  }
}
