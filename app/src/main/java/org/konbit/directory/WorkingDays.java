package org.konbit.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * On which days somebody at a service answers letters: the working days of the week, any other day
 * on which it is open, and none on which it says that it is closed.
 *
 * @param zone by whose midnight its days begin
 */
public record WorkingDays(ZoneId zone, Set<DayOfWeek> days, List<Closed> closed) {
  /** Days, the last included, on which nobody is there. */
  public record Closed(LocalDate from, LocalDate until) {}

  private static final Set<DayOfWeek> OF_THE_WEEK =
      Set.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY);

  public WorkingDays {
    days = Set.copyOf(days);
    closed = List.copyOf(closed);
  }

  /** Monday to Friday. */
  public static WorkingDays ofTheWeek(ZoneId zone) {
    return new WorkingDays(zone, OF_THE_WEEK, List.of());
  }

  /** Whether the hours of a day count. */
  public boolean counts(LocalDate day) {
    return days.contains(day.getDayOfWeek())
        && closed.stream()
            .noneMatch(each -> !day.isBefore(each.from()) && !day.isAfter(each.until()));
  }
}
