package org.konbit.directory.entry;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What a schedule of the standard says, as far as it is a plain week. */
public final class StandardHours {
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

  private StandardHours() {}

  /** The weekly times of a schedule; none if it is another kind, or is not as it should be. */
  public static Optional<Hours.Weekly> weekly(Document schedule) {
    if (!schedule.text("freq").orElse("WEEKLY").equals("WEEKLY")
        || schedule.number("interval").orElse(1) != 1) {
      return Optional.empty();
    }
    var days = new TreeSet<DayOfWeek>();
    for (String each : schedule.text("byday").orElse("").split(",", -1)) {
      int day = DAYS.indexOf(each.strip());
      if (day >= 0) {
        days.add(DayOfWeek.of(day + 1));
      }
    }
    var opens = schedule.text("opens_at").flatMap(StandardHours::time);
    var closes = schedule.text("closes_at").flatMap(StandardHours::time);
    return days.isEmpty() || opens.isEmpty() || closes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Hours.Weekly(
                days,
                opens.get(),
                closes.get(),
                schedule.text("valid_from").flatMap(StandardHours::date),
                schedule.text("valid_to").flatMap(StandardHours::date)));
  }

  /** The standard's two letters for a day of the week. */
  public static String letters(DayOfWeek day) {
    return DAYS.get(day.getValue() - 1);
  }

  private static Optional<LocalTime> time(String text) {
    try {
      // Some write a zone behind it; the clock on the wall is what a reader goes by.
      return Optional.of(LocalTime.parse(text.replaceFirst("(Z|[+-]\\d\\d:?\\d\\d)$", "")));
    } catch (DateTimeException e) { // told as it stands in the description, if at all
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) { // likewise
      return Optional.empty();
    }
  }
}
