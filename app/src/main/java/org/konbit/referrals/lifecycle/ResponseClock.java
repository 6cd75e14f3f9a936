package org.konbit.referrals.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.konbit.directory.WorkingDays;

/**
 * When an answer is due, on the receiver's calendar: hours of days on which the receiver is closed
 * do not count.
 *
 * @param within how many of its hours the receiver has
 * @param half when half the time has passed, for a first reminder
 * @param due when all of it has
 * @param expires when twice the time has passed, and nobody answered
 */
public record ResponseClock(Duration within, Instant half, Instant due, Instant expires) {
  // A receiver that is closed for good never counts an hour; then the days count as they come.
  private static final int MOST_DAYS = 366;

  /** The clock of a referral sent at an instant. */
  public static ResponseClock from(Instant sent, Duration within, WorkingDays days) {
    return new ResponseClock(
        within,
        after(sent, within.dividedBy(2), days),
        after(sent, within, days),
        after(sent, within.multipliedBy(2), days));
  }

  private static Instant after(Instant from, Duration time, WorkingDays days) {
    return counted(from, time, days).orElseGet(() -> from.plus(time));
  }

  private static Optional<Instant> counted(Instant from, Duration time, WorkingDays days) {
    var day = from.atZone(days.zone()).toLocalDate();
    var left = time;
    var begins = from;
    for (int i = 0; i < MOST_DAYS; i++) {
      // By the clock on the wall a day is 23 or 25 hours long when summer time begins or ends.
      var ends = day.plusDays(1).atStartOfDay(days.zone()).toInstant();
      if (days.counts(day)) {
        var lasts = Duration.between(begins, ends);
        if (lasts.compareTo(left) >= 0) {
          return Optional.of(begins.plus(left));
        }
        left = left.minus(lasts);
      }
      begins = ends;
      day = day.plusDays(1);
    }
    return Optional.empty();
  }
}
