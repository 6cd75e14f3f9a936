package org.konbit.directory.desk;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.konbit.directory.entry.Hours;
import org.konbit.web.Problems;
import org.konbit.web.Sent;

/** When a service is open, as typed: a few weekly times and a few closures, empty rows left out. */
record TimesForm(String zone, List<Week> weeks, List<Shut> closures) {
  static final int ROWS = 3;
  static final List<String> ZONES =
      List.of(
          "America/New_York",
          "America/Chicago",
          "America/Denver",
          "America/Los_Angeles",
          "America/Puerto_Rico");

  /** One row of times. */
  record Week(List<Integer> days, String opens, String closes, String from, String until) {
    boolean isEmpty() {
      return days.isEmpty() && opens.isEmpty() && closes.isEmpty();
    }
  }

  /** One row of days on which it is shut. */
  record Shut(String from, String until, String reason) {}

  static TimesForm of(Optional<Hours> hours) {
    return new TimesForm(
        hours.map(each -> each.zone().getId()).orElse(ZONES.getFirst()),
        hours.map(Hours::weekly).orElse(List.of()).stream().map(TimesForm::week).toList(),
        hours.map(Hours::closures).orElse(List.of()).stream()
            .map(each -> new Shut(each.from().toString(), each.until().toString(), each.reason()))
            .toList());
  }

  private static Week week(Hours.Weekly each) {
    return new Week(
        each.days().stream().map(DayOfWeek::getValue).toList(),
        each.opens().toString(),
        each.closes().toString(),
        each.from().map(LocalDate::toString).orElse(""),
        each.until().map(LocalDate::toString).orElse(""));
  }

  static TimesForm read(Sent sent) {
    int rows = Math.max(ROWS, Math.min(20, number(sent.text("rows"))));
    return new TimesForm(
        ZONES.contains(sent.text("zone")) ? sent.text("zone") : ZONES.getFirst(),
        IntStream.range(0, rows).mapToObj(i -> week(sent, i)).toList(),
        IntStream.range(0, rows)
            .mapToObj(i ->
                new Shut(
                    sent.text("shutFrom" + i),
                    sent.text("shutUntil" + i),
                    sent.text("shutReason" + i)))
            .toList());
  }

  private static Week week(Sent sent, int i) {
    return new Week(
        sent.all("day" + i).stream()
            .map(TimesForm::number)
            .filter(day -> day >= 1 && day <= 7)
            .toList(),
        sent.text("opens" + i),
        sent.text("closes" + i),
        sent.text("from" + i),
        sent.text("until" + i));
  }

  /** What was typed, as hours; none if no row says anything. */
  Optional<Hours> hours(Problems problems) {
    var weekly = new ArrayList<Hours.Weekly>();
    for (int i = 0; i < weeks.size(); i++) {
      if (!weeks.get(i).isEmpty()) {
        weekly(weeks.get(i), i, problems).ifPresent(weekly::add);
      }
    }
    var shut = new ArrayList<Hours.Closure>();
    for (int i = 0; i < closures.size(); i++) {
      if (!closures.get(i).from().isEmpty()) {
        closure(closures.get(i), i, problems).ifPresent(shut::add);
      }
    }
    return weekly.isEmpty() && shut.isEmpty()
        ? Optional.empty()
        : Optional.of(new Hours(ZoneId.of(zone), weekly, shut));
  }

  private static Optional<Hours.Weekly> weekly(Week week, int i, Problems problems) {
    var opens = time(week.opens());
    var closes = time(week.closes());
    if (week.days().isEmpty()) {
      problems.add("day" + i, "days");
    }
    if (opens.isEmpty() || closes.isEmpty()) {
      problems.add("opens" + i, "times");
    }
    if (week.days().isEmpty() || opens.isEmpty() || closes.isEmpty()) {
      return Optional.empty();
    }
    var days = new TreeSet<>(week.days().stream().map(DayOfWeek::of).toList());
    return Optional.of(
        new Hours.Weekly(days, opens.get(), closes.get(), date(week.from()), date(week.until())));
  }

  private static Optional<Hours.Closure> closure(Shut shut, int i, Problems problems) {
    var from = date(shut.from());
    var until = shut.until().isEmpty() ? from : date(shut.until());
    if (from.isEmpty() || until.isEmpty() || until.get().isBefore(from.get())) {
      problems.add("shutFrom" + i, "closure");
      return Optional.empty();
    }
    return Optional.of(new Hours.Closure(from.get(), until.get(), shut.reason()));
  }

  private static Optional<LocalTime> time(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(text));
    } catch (DateTimeException e) { // told at its field
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) { // likewise, where it is needed
      return Optional.empty();
    }
  }

  private static int number(String text) {
    return text.matches("\\d{1,2}") ? Integer.parseInt(text) : 0;
  }
}
