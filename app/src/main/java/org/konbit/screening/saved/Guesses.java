package org.konbit.screening.saved;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.konbit.web.AddressCounts;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever tries codes. It counts wrong codes only, so that a clinic with one address for
 * a thousand phones is not shut out.
 */
@Component
class Guesses {
  /** As many wrong codes an hour as one address may send. */
  static final int AN_ADDRESS = 60;

  /** As many as all may send together before each further try has to wait its turn. */
  static final int ALL = 600;

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration TURN = Duration.ofSeconds(1);

  private final Clock clock;
  private final AddressCounts wrong;
  private Instant hourUntil = Instant.MIN;
  private Instant nextTurn = Instant.MIN;
  private int all;

  Guesses(Clock clock) {
    this.clock = clock;
    this.wrong = new AddressCounts(clock, HOUR);
  }

  /** Whether a code from this address is looked at now. */
  synchronized boolean mayTry(String address) {
    var now = begin();
    if (wrong.of(address) >= AN_ADDRESS) {
      return false;
    }
    if (all < ALL) {
      return true;
    }
    boolean isMyTurn = !now.isBefore(nextTurn);
    nextTurn = isMyTurn ? now.plus(TURN) : nextTurn;
    return isMyTurn;
  }

  /** Notes that a code from this address was wrong. */
  synchronized void wrong(String address) {
    begin();
    all++;
    // Past so many addresses the common brake alone holds.
    wrong.add(address, 1);
  }

  private Instant begin() {
    var now = clock.instant();
    if (!now.isBefore(hourUntil)) {
      hourUntil = now.plus(HOUR);
      all = 0;
    }
    return now;
  }
}
