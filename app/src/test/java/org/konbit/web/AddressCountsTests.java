package org.konbit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.konbit.testing.SettableClock;

/** Who asked how much, without knowing who. */
class AddressCountsTests {
  private final SettableClock clock = SettableClock.stopped();
  private final AddressCounts counts = new AddressCounts(clock, Duration.ofMinutes(1));

  @Test
  void each_address_has_its_own_count_until_the_window_ends() {
    assertThat(counts.add("203.0.113.7", 1)).isEqualTo(1);
    assertThat(counts.add("203.0.113.7", 20)).isEqualTo(21);
    assertThat(counts.of("203.0.113.8")).isZero();

    clock.pass(Duration.ofSeconds(59));
    assertThat(counts.of("203.0.113.7")).isEqualTo(21);
    assertThat(counts.untilForgotten()).isEqualTo(Duration.ofSeconds(1));

    clock.pass(Duration.ofSeconds(1));
    assertThat(counts.of("203.0.113.7")).isZero();
  }

  @Test
  void a_network_of_the_new_kind_is_one_neighbour() {
    counts.add("2001:db8:1:2:3:4:5:6", 5);

    assertThat(counts.of("2001:db8:1:2::9")).isEqualTo(5);
    assertThat(counts.of("2001:db8:1:3::9")).isZero();
  }

  @Test
  void many_addresses_do_not_fill_the_memory() {
    for (int i = 0; i < 60_000; i++) {
      counts.add("10.%d.%d.%d".formatted(i >> 16, i >> 8 & 255, i & 255), 1);
    }

    assertThat(counts.of("10.0.0.1")).isEqualTo(1);
    assertThat(counts.of("10.0.234.95")).isZero();
  }

  @Test
  void the_day_ends_every_count() {
    counts.add("203.0.113.7", 1);
    clock.pass(Duration.ofDays(1));

    assertThat(counts.add("203.0.113.7", 1)).isEqualTo(1);
  }
}
