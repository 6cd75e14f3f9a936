package org.konbit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/**
 * Shows a few pages to itself and ends, so that the JVM can note what a start needs and begin with
 * it the next time. The launcher does this once after a build, on a data folder it throws away.
 */
// No component: which components there are was settled by the build, the same for every start.
final class Rehearsal {
  private static final String PROFILE = "rehearsal";
  private static final List<String> PAGES =
      List.of(
          "/",
          "/en",
          "/ar",
          "/es/no-such-page",
          "/en/rules/matrix?state=MA",
          "/ar/rules/timeline?state=CT",
          "/en/rules/matrix.csv?date=x");

  private Rehearsal() {}

  static boolean isAskedOf(ApplicationContext running) {
    return running.getEnvironment().matchesProfiles(PROFILE);
  }

  static void hold(ApplicationContext running) {
    int port = running.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    PAGES.forEach(page -> visit(port, page));
    System.exit(SpringApplication.exit(running));
  }

  private static void visit(int port, String page) {
    try {
      var address = URI.create("http://127.0.0.1:" + port + page).toURL();
      if (address.openConnection() instanceof HttpURLConnection connection) {
        connection.getResponseCode();
        connection.disconnect();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
