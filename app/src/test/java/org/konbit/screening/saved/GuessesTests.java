package org.konbit.screening.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class GuessesTests {
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");
  private final Guesses guesses = new Guesses(new Settable());

  @Test
  void one_address_gets_so_many_wrong_codes_an_hour_and_no_more() {
    assertThat(tries(10_000, 1, Duration.ZERO)).isEqualTo(Guesses.AN_ADDRESS);

    now = now.plus(Duration.ofHours(1));
    assertThat(guesses.mayTry("10.0.0.0")).isTrue();
  }

  @Test
  void a_crowd_of_addresses_gets_one_a_second_once_too_many_were_wrong() {
    assertThat(tries(10_000, 10_000, Duration.ofMillis(10)))
        .isBetween(Guesses.ALL + 90, Guesses.ALL + 100);
  }

  @Test
  void right_codes_of_a_whole_clinic_are_never_slowed() {
    for (int i = 0; i < 10_000; i++) {
      assertThat(guesses.mayTry("10.0.0.1")).isTrue();
    }
  }

  /** How many of so many wrong codes are looked at. */
  private int tries(int count, int addresses, Duration apart) {
    int looked = 0;
    for (int i = 0; i < count; i++) {
      var address = "10.0.0." + i % addresses;
      if (guesses.mayTry(address)) {
        looked++;
        guesses.wrong(address);
      }
      now = now.plus(apart);
    }
    return looked;
  }

  private final class Settable extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
