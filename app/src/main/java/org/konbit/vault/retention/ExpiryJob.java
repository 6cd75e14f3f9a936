package org.konbit.vault.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The expiry, every night at half past three. */
@Configuration(proxyBeanMethods = false)
class ExpiryJob {
  static final String NAME = "retention";

  private static final Logger log = LoggerFactory.getLogger(ExpiryJob.class);

  @Bean
  static RecurringTask<Void> expiryEveryNight(Expiry expiry, Clock clock) {
    return Tasks.recurring(NAME, Schedules.daily(clock.getZone(), LocalTime.of(3, 30)))
        .execute((_, _) -> {
          long destroyed = expiry.run();
          log.info("Retention: {} records were due and destroyed.", destroyed);
        });
  }
}
