package org.konbit;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts, shows a few pages to itself and ends, so that the JVM can note what a start needs and
 * begin with it the next time. The launcher does this once after a build, on a data folder it
 * throws away.
 */
@Component
@Profile("rehearsal")
class Rehearsal {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/en",
          "/ar",
          "/es/no-such-page",
          "/en/rules/matrix?state=MA",
          "/ar/rules/timeline?state=CT",
          "/en/rules/matrix.csv?date=x");

  private int port;

  @EventListener
  void note(ServletWebServerInitializedEvent event) {
    port = event.getWebServer().getPort();
  }

  @EventListener
  void rehearse(ApplicationReadyEvent event) throws IOException {
    for (String page : PAGES) {
      visit(page);
    }
    // From a thread of its own: the event is published by the very start that is to end.
    Thread.ofPlatform()
        .start(() -> System.exit(SpringApplication.exit(event.getApplicationContext())));
  }

  private void visit(String page) throws IOException {
    var address = URI.create("http://127.0.0.1:" + port + page).toURL();
    if (address.openConnection() instanceof HttpURLConnection connection) {
      connection.getResponseCode();
      connection.disconnect();
    }
  }
}
