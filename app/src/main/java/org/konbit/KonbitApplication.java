package org.konbit;

import org.konbit.database.DatabaseUnavailable;
import org.konbit.vault.KeyUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.server.PortInUseException;

/** Starts the platform, and says in one line why it did not start. */
// Its user of a generated password is nobody's.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class KonbitApplication {
  private static final Logger log = LoggerFactory.getLogger(KonbitApplication.class);

  /** Runs until it is stopped. Ends with status 1 when it cannot start. */
  public static void main(String[] args) {
    try {
      var running = SpringApplication.run(KonbitApplication.class, args);
      if (Rehearsal.isAskedOf(running)) {
        Rehearsal.hold(running);
      }
    } catch (SpringApplication.AbandonedRunException e) {
      throw e; // the build, which wants to know of every part without starting one
    } catch (RuntimeException e) {
      tell(e);
      System.exit(1); // a library's non-daemon thread must not keep a failed start alive
    }
  }

  private static void tell(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case DatabaseUnavailable e -> {
          log.error("{}", oneLine(e));
          return;
        }
        case KeyUnavailable e -> {
          log.error("{}", oneLine(e));
          return;
        }
        case PortInUseException e -> {
          log.error(
              "Port ({}) is in use. Stop what uses it, or choose another: KONBIT_PORT={} ./konbit",
              e.getPort(),
              e.getPort() + 1);
          return;
        }
        default -> {}
      }
    }
    log.error("Konbit did not start.", failure);
  }

  private static String oneLine(RuntimeException failure) {
    return String.valueOf(failure.getMessage()).replace('\n', ' ');
  }
}
