package org.konbit.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The clock of a test's application, which a test can put forward; it puts it back afterwards. */
public final class SettableClock extends Clock {
  private final Clock clock;
  private volatile Duration ahead = Duration.ZERO;

  private SettableClock(Clock clock) {
    this.clock = clock;
  }

  /** A clock that stands still but for {@link #pass}. */
  public static SettableClock stopped() {
    return new SettableClock(
        Clock.fixed(Instant.parse("2026-06-15T12:00:00Z"), ZoneId.of("America/New_York")));
  }

  /** Lets time pass. */
  public void pass(Duration time) {
    ahead = ahead.plus(time);
  }

  /** Back to the present. */
  public void reset() {
    ahead = Duration.ZERO;
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Instant instant() {
    return clock.instant().plus(ahead);
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Configuration {
    @Bean
    @Primary
    SettableClock settableClock() {
      return new SettableClock(Clock.system(ZoneId.of("America/New_York")));
    }
  }
}
