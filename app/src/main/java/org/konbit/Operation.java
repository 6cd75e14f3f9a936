package org.konbit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.konbit.database.DatabaseUnavailable;
import org.konbit.vault.KeyRefused;
import org.konbit.vault.KeyUnavailable;
import org.konbit.vault.OperationRefused;
import org.konbit.vault.Operations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The verbs of an operator: backup, restore, audit verify, keys, hold, admin invite. Serves no
 * pages; works beside a Konbit that runs on the same data, or alone.
 */
public final class Operation {
  private static final Logger log = LoggerFactory.getLogger(Operation.class);
  private static final int REFUSED = 1;
  private static final int INTERNAL_ERROR = 3;

  private Operation() {}

  /** What such a verb needs of the application. */
  @ComponentScan(
      basePackages = {"org.konbit.access", "org.konbit.database", "org.konbit.vault"},
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = "org\\.konbit\\.access\\.web\\..*"))
  @Import(TimeConfiguration.class)
  @ImportAutoConfiguration({
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class
  })
  static class Wiring {}

  /**
   * Runs one verb. Ends with 0 when it is done, 1 when something is wrong or refused, 2 for wrong
   * usage, 3 for an error of ours.
   */
  public static void main(String[] arguments) {
    System.exit(run(arguments)); // a library's thread must not keep a finished verb alive
  }

  private static int run(String[] arguments) {
    try (var context = start(List.of(), arguments)) {
      var status = context.getBean(Operations.class).run(List.of(arguments));
      if (status == Operations.Status.WRONG_USAGE) {
        log.error(wrongUsage(context.getBean(Operations.class), arguments));
      }
      return status.exit();
    } catch (RuntimeException e) {
      return tell(e);
    }
  }

  private static String wrongUsage(Operations operations, String[] arguments) {
    var usages = arguments.length == 0 ? List.<String>of() : operations.usages(arguments[0]);
    return usages.isEmpty()
        ? "These arguments fit no verb; \"./konbit help\" lists those there are."
        : usages.stream()
            .map("./konbit %s"::formatted)
            .collect(Collectors.joining(", or ", "These arguments fit no verb. Write ", "."));
  }

  /** The context of a verb, which the caller closes. */
  static ConfigurableApplicationContext start(List<String> properties, String... arguments) {
    var settings = new ArrayList<>(properties);
    if (arguments.length == 2 && arguments[0].equals("restore")) {
      settings.add("konbit.restore=" + arguments[1]);
    }
    return new SpringApplicationBuilder(Wiring.class)
        .web(WebApplicationType.NONE)
        .profiles("operation")
        .run(settings.stream().map("--"::concat).toArray(String[]::new));
  }

  private static int tell(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case OperationRefused e -> {
          return refused(e);
        }
        case DatabaseUnavailable e -> {
          return refused(e);
        }
        case KeyUnavailable e -> {
          return refused(e);
        }
        case KeyRefused e -> {
          return refused(e);
        }
        default -> {}
      }
    }
    log.error("The verb failed.", failure);
    return INTERNAL_ERROR;
  }

  private static int refused(RuntimeException refusal) {
    log.error("{}", String.valueOf(refusal.getMessage()).replace('\n', ' '));
    return REFUSED;
  }
}
