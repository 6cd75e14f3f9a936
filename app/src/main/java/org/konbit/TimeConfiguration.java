package org.konbit;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the application. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {
  /** Tells the date in New England, where "today" decides which law holds. */
  @Bean
  Clock clock() {
    return Clock.system(ZoneId.of("America/New_York"));
  }
}
