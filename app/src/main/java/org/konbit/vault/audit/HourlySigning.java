package org.konbit.vault.audit;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
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
  private final ScheduledExecutorService hours =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private volatile Optional<ScheduledFuture<?>> hourly = Optional.empty();

  HourlySigning(HeadSigning signing) {
    this.signing = signing;
  }

  @Override
  public void start() {
    sign(true);
    hourly = Optional.of(hours.scheduleAtFixedRate(() -> sign(false), 1, 1, TimeUnit.HOURS));
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
    hours.shutdownNow();
    sign(false);
    hourly = Optional.empty();
  }

  @Override
  public boolean isRunning() {
    return hourly.isPresent();
  }
}
