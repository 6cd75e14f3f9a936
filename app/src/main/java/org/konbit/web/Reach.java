package org.konbit.web;

import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** From where Konbit can be reached: from this machine alone, until it has a public address. */
@Component
class Reach implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private static final Logger log = LoggerFactory.getLogger(Reach.class);

  private final WebSettings settings;

  Reach(WebSettings settings) {
    this.settings = settings;
  }

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    // Behind TLS that ends at a proxy, an absolute address of ours would lead back to plain HTTP.
    server.addContextCustomizers(context -> context.setUseRelativeRedirects(true));
    if (!settings.isPublic()) {
      server.setAddress(InetAddress.getLoopbackAddress());
    }
  }

  @EventListener
  void tell(ServletWebServerInitializedEvent event) {
    String address =
        settings.isPublic()
            ? settings.url()
            : "http://localhost:%d".formatted(event.getWebServer().getPort());
    log.info("Konbit is ready: {} (Ctrl-C stops it)", address);
  }
}
