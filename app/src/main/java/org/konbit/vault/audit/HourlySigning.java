package org.konbit.vault.audit;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Signs at the start, every hour, and at the end. Every node does so, into the file beside its own
 * key: whoever wants to hide something would have to change them all.
 */
@Component
@Profile("!operation")
class HourlySigning implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(HourlySigning.class);

  private final HeadSigning signing;
  private volatile Optional<ScheduledExecutorService> hours = Optional.empty();

  HourlySigning(HeadSigning signing) {
    this.signing = signing;
  }

  @Override
  public void start() {
    sign(true);
    // An executor that was shut down takes nothing any more, and what we are part of may start
    // again.
    var executor =
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    var _ = executor.scheduleAtFixedRate(() -> sign(false), 1, 1, TimeUnit.HOURS);
    hours = Optional.of(executor);
  }

  private void sign(boolean all) {
    try {
      signing.sign(all);
    } catch (RuntimeException e) {
      // The next hour signs what this one could not, and an executor would never run again.
      log.error("The heads of the audit chains could not be signed outside the database.", e);
    }
  }

  @Override
  public void stop() {
    hours.ifPresent(ScheduledExecutorService::shutdownNow);
    sign(false);
    hours = Optional.empty();
  }

  @Override
  public boolean isRunning() {
    return hours.isPresent();
  }

  /** Before the port opens, and after it has closed. */
  @Override
  public int getPhase() {
    return 0;
  }
}
