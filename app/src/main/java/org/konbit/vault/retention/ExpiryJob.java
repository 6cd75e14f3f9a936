package org.konbit.vault.retention;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Runs the expiry every night at half past three, on one node of however many there are. */
@Component
@Profile("!operation & !rehearsal")
class ExpiryJob implements SmartLifecycle {
  static final String NAME = "retention";

  private static final Logger log = LoggerFactory.getLogger(ExpiryJob.class);

  private final Supplier<Scheduler> schedulers;
  private volatile Optional<Scheduler> running = Optional.empty();

  ExpiryJob(Expiry expiry, DataSource dataSource, Clock clock) {
    this.schedulers = () -> scheduler(expiry, dataSource, clock, Duration.ofMinutes(1));
  }

  static Scheduler scheduler(
      Expiry expiry, DataSource dataSource, Clock clock, Duration pollingInterval) {
    RecurringTask<Void> task =
        Tasks.recurring(NAME, Schedules.daily(clock.getZone(), LocalTime.of(3, 30)))
            .execute((_, _) -> {
              long destroyed = expiry.run();
              log.info("Retention: {} records were due and destroyed.", destroyed);
            });
    return Scheduler.create(dataSource)
        .startTasks(task)
        .threads(1)
        .pollingInterval(pollingInterval)
        .clock(clock::instant)
        .build();
  }

  @Override
  public void start() {
    // A scheduler that was stopped cannot start again, and what we are part of may.
    var scheduler = schedulers.get();
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

  /** Before the port opens, and after it has closed. */
  @Override
  public int getPhase() {
    return 0;
  }
}
