package org.konbit.web;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Whose word about a reader's address is believed: that of the proxies the operator names, and
 * nobody else's. Where none is named, the address is whoever opened the connection.
 *
 * <p>Nothing else of what a proxy says is believed: the public origin is {@code KONBIT_URL}.
 */
@Component
class TrustedProxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final WebSettings settings;

  TrustedProxies(WebSettings settings) {
    this.settings = settings;
  }

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    if (!settings.trustedProxies().isBlank()) {
      var valve = new RemoteIpValve();
      valve.setRemoteIpHeader("X-Forwarded-For");
      valve.setInternalProxies(anyOf(settings.trustedProxies()));
      valve.setProtocolHeader(null);
      valve.setHostHeader(null);
      valve.setPortHeader(null);
      server.addEngineValves(valve);
    }
  }

  private static String anyOf(String named) {
    return Arrays.stream(named.split(","))
        .map(String::strip)
        .map(TrustedProxies::address)
        .collect(Collectors.joining("|"));
  }

  private static String address(String named) {
    try {
      // As the connection tells it, so that ::1 is found again.
      return Pattern.quote(InetAddress.ofLiteral(named).getHostAddress());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "KONBIT_TRUSTED_PROXIES names (%s), which is no network address.\nWrite addresses with commas between them, such as 10.0.0.5,10.0.0.6."
              .formatted(named),
          e);
    }
  }
}
