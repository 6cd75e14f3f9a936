package org.konbit.directory.find;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.konbit.directory.entry.Hours;
import org.konbit.directory.entry.ListedService;
import org.konbit.directory.entry.StandardHours;
import org.konbit.language.Texts;

/** When a service is open, in words. */
final class HoursTelling {
  private final Texts t;
  private final Instant now;

  HoursTelling(Texts t, Instant now) {
    this.t = t;
    this.now = now;
  }

  /** Each weekly time, what else was said of it, and the closures that lie ahead. */
  List<String> lines(ListedService service) {
    var lines = new ArrayList<String>();
    if (service.hours().isPresent()) {
      var hours = service.hours().get();
      hours.weekly().forEach(each -> lines.add(weekly(each)));
      var today = now.atZone(hours.zone()).toLocalDate();
      hours.closures().stream()
          .filter(each -> !each.until().isBefore(today))
          .forEach(each -> lines.add(closure(each)));
    } else {
      for (var schedule : service.document().list("schedules")) {
        StandardHours.weekly(schedule).map(this::weekly).ifPresent(lines::add);
        schedule.text("description").ifPresent(lines::add);
      }
    }
    return lines;
  }

  /** When it is open next, if that is known to the hour. */
  Optional<String> next(ListedService service) {
    return service.hours().flatMap(hours -> hours.next(now).map(opening -> next(hours, opening)));
  }

  private String next(Hours hours, Hours.Opening opening) {
    if (hours.isOpen(now)) {
      return t.localize("directory.hours.open-now", t.time(opening.closes().toLocalTime()));
    }
    return t.localize(
        "directory.hours.next",
        t.date(opening.opens().toLocalDate()),
        t.time(opening.opens().toLocalTime()));
  }

  private String weekly(Hours.Weekly weekly) {
    String times =
        t.localize(
            "directory.hours.weekly",
            t.list(weekly.days().stream().map(this::day).toList()),
            t.time(weekly.opens()),
            t.time(weekly.closes()));
    if (weekly.from().isPresent() && weekly.until().isPresent()) {
      return times
          + " "
          + t.localize(
              "directory.hours.span", t.date(weekly.from().get()), t.date(weekly.until().get()));
    }
    return times;
  }

  private String closure(Hours.Closure closure) {
    return closure.from().equals(closure.until())
        ? t.localize("directory.hours.closed-on", t.date(closure.from()), closure.reason())
        : t.localize(
            "directory.hours.closed-from",
            t.date(closure.from()),
            t.date(closure.until()),
            closure.reason());
  }

  private String day(DayOfWeek day) {
    return t.localize("directory.day." + day.getValue());
  }
}
