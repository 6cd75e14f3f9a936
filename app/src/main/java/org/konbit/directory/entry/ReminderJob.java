package org.konbit.directory.entry;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Runs the {@link Reminders} while the platform runs. */
@Component
@Profile("!operation & !rehearsal")
class ReminderJob implements SmartLifecycle {
  private final Reminders reminders;
  private final DataSource dataSource;
  private volatile Optional<Scheduler> running = Optional.empty();

  ReminderJob(Reminders reminders, DataSource dataSource) {
    this.reminders = reminders;
    this.dataSource = dataSource;
  }

  @Override
  public void start() {
    var scheduler = reminders.scheduler(dataSource);
    scheduler.start();
    running = Optional.of(scheduler);
  }

  @Override
  public void stop() {
    running.ifPresent(Scheduler::stop);
    running = Optional.empty();
  }

  @Override
  public boolean isRunning() {
    return running.isPresent();
  }

  @Override
  public int getPhase() {
    return 0;
  }
}
