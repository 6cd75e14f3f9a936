package org.konbit.directory.entry;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The {@link Reminders}, every morning at five. */
@Configuration(proxyBeanMethods = false)
class ReminderJob {
  private static final Logger log = LoggerFactory.getLogger(ReminderJob.class);

  @Bean
  static RecurringTask<Void> remindersEveryMorning(Reminders reminders, Clock clock) {
    return Tasks.recurring(
            "directory-reminders", Schedules.daily(clock.getZone(), LocalTime.of(5, 0)))
        .execute((_, _) ->
            log.info(
                "Directory: {} entries want to be confirmed; their keepers see it.",
                reminders.run()));
  }
}
