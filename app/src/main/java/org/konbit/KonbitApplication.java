package org.konbit;

import org.konbit.access.DemonstrationRefused;
import org.konbit.database.DatabaseUnavailable;
import org.konbit.vault.KeyUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.annotation.DependsOn;

/** Starts the platform, and says in one line why it did not start. */
// Its user of a generated password is nobody's.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@DependsOn("library") // it reads what the first page tells of while the rest is put together
public class KonbitApplication {
  private static final Logger log = LoggerFactory.getLogger(KonbitApplication.class);
  private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

  /** Runs until it is stopped. Ends with status 1 when it cannot start. */
  public static void main(String[] args) {
    shareCores();
    try {
      var running = SpringApplication.run(KonbitApplication.class, args);
      if (Rehearsal.isAskedOf(running)) {
        Rehearsal.hold(running);
      }
    } catch (SpringApplication.AbandonedRunException e) {
      throw e; // the build, which wants to know of every part without starting one
    } catch (RuntimeException e) {
      if (isStopping()) {
        return; // by Ctrl-C in the midst of the start, which fails for want of what was closed
      }
      tell(e);
      System.exit(1); // a library's non-daemon thread must not keep a failed start alive
    }
  }

  private static boolean isStopping() {
    try {
      var none = new Thread(() -> {});
      Runtime.getRuntime().addShutdownHook(none);
      return !Runtime.getRuntime().removeShutdownHook(none);
    } catch (IllegalStateException _) {
      return true; // none may be added any more
    }
  }

  // As many virtual threads run at a time as there are cores, and none is taken off its core before
  // it waits. One that waited for a lock, and libraries have many, gets its turn behind all new
  // requests: after seconds, where those do not end. With more carriers the system shares the cores
  // among them. It has to be said before there is any such thread.
  private static void shareCores() {
    if (System.getProperty(CARRIERS) == null) {
      int carriers = Math.max(16, 4 * Runtime.getRuntime().availableProcessors());
      System.setProperty(CARRIERS, Integer.toString(carriers));
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
        case DemonstrationRefused e -> {
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
