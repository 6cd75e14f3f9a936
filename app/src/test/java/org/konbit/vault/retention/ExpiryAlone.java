package org.konbit.vault.retention;

import java.time.Clock;
import org.konbit.vault.RecordKind;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The night's expiry in a process of its own, so that a test can kill it. */
public final class ExpiryAlone {
  private ExpiryAlone() {}

  @ComponentScan({"org.konbit.database", "org.konbit.vault"})
  @ImportAutoConfiguration({JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class})
  static class Wiring {
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    RecordKind kind() {
      return new RecordKind("sample_client", "sample_client", "last_served", 36, "a test");
    }
  }

  /** Runs it once. */
  public static void main(String[] arguments) {
    try (var context =
        new SpringApplicationBuilder(Wiring.class)
            .web(WebApplicationType.NONE)
            .profiles("operation")
            .run()) {
      context.getBean(Expiry.class).run();
    }
  }
}
