package org.konbit.directory.entry;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * When a service is open, by the clock on its wall: through daylight saving a Tuesday evening stays
 * a Tuesday evening.
 *
 * @param zone where that wall stands
 * @param closures days on which it stays shut all the same
 */
public record Hours(ZoneId zone, List<Weekly> weekly, List<Closure> closures) {
  private static final int DAYS_AHEAD = 60;

  /**
   * The same times every week.
   *
   * @param opens and {@code closes} by the clock on the wall; it closes after midnight where that
   *     is not later
   * @param from the first day, if there is one; {@code until} the last
   */
  public record Weekly(
      SortedSet<DayOfWeek> days,
      LocalTime opens,
      LocalTime closes,
      Optional<LocalDate> from,
      Optional<LocalDate> until) {
    public Weekly {
      days = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(days));
      if (days.isEmpty()) {
        throw new IllegalArgumentException("Hours need a day of the week.");
      }
    }

    boolean isOn(LocalDate day) {
      return days.contains(day.getDayOfWeek())
          && from.filter(day::isBefore).isEmpty()
          && until.filter(day::isAfter).isEmpty();
    }
  }

  /** Days, the last included, on which it is shut. */
  public record Closure(LocalDate from, LocalDate until, String reason) {
    public Closure {
      if (until.isBefore(from)) {
        throw new IllegalArgumentException(
            "The closure ends (%s) before it begins (%s).".formatted(until, from));
      }
    }

    boolean isOn(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }
  }

  /** One time between two instants. */
  public record Opening(ZonedDateTime opens, ZonedDateTime closes) {}

  public Hours {
    weekly = List.copyOf(weekly);
    closures = List.copyOf(closures);
  }

  /** When it is open on one day, earliest first. */
  public List<Opening> on(LocalDate day) {
    if (closures.stream().anyMatch(each -> each.isOn(day))) {
      return List.of();
    }
    return weekly.stream()
        .filter(each -> each.isOn(day))
        .map(each -> opening(each, day))
        .sorted(Comparator.comparing(Opening::opens))
        .toList();
  }

  /** The time that has begun or comes next, within two months. */
  public Optional<Opening> next(Instant now) {
    // Yesterday's may have gone on past midnight.
    var first = now.atZone(zone).toLocalDate().minusDays(1);
    return Stream.iterate(first, day -> day.plusDays(1))
        .limit(DAYS_AHEAD)
        .flatMap(day -> on(day).stream())
        .filter(each -> each.closes().toInstant().isAfter(now))
        .findFirst();
  }

  /** Whether it is open now. */
  public boolean isOpen(Instant now) {
    return next(now).filter(each -> !each.opens().toInstant().isAfter(now)).isPresent();
  }

  private Opening opening(Weekly each, LocalDate day) {
    var last = each.closes().isAfter(each.opens()) ? day : day.plusDays(1);
    return new Opening(
        ZonedDateTime.of(day, each.opens(), zone), ZonedDateTime.of(last, each.closes(), zone));
  }
}
