package org.konbit.vault;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Runs what every module wants done again and again, each time on one node of however many there
 * are. A module's job is a bean. One scheduler knows all of them: what it does not know it deletes
 * after two weeks, as left over from an older Konbit.
 */
@Component
@Profile("!operation")
public class Jobs implements SmartLifecycle {
  private final List<RecurringTask<Void>> jobs;
  private final DataSource dataSource;
  private final Clock clock;
  private volatile Optional<Scheduler> running = Optional.empty();

  Jobs(List<RecurringTask<Void>> jobs, DataSource dataSource, Clock clock) {
    this.jobs = jobs;
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /** Makes the scheduler of one node; none of its jobs waits for another. */
  public static Scheduler scheduler(
      List<RecurringTask<Void>> jobs,
      DataSource dataSource,
      Clock clock,
      Duration pollingInterval) {
    return Scheduler.create(dataSource)
        .startTasks(jobs)
        .threads(jobs.size())
        .pollingInterval(pollingInterval)
        .clock(clock::instant)
        .build();
  }

  @Override
  public void start() {
    // A scheduler that was stopped cannot start again, and what we are part of may.
    var scheduler = scheduler(jobs, dataSource, clock, Duration.ofMinutes(1));
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
