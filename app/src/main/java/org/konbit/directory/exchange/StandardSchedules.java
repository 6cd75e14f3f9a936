package org.konbit.directory.exchange;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.konbit.directory.entry.Document;
import org.konbit.directory.entry.Hours;
import org.konbit.directory.entry.StandardHours;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.IntNode;

/**
 * Hours as schedules of the standard, which knows no time zones, only their distance from UTC: one
 * schedule for each time between two changes of the clocks, for a year ahead.
 */
final class StandardSchedules {
  private static final int MONTHS = 12;
  private static final int SECONDS_AN_HOUR = 3_600;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private StandardSchedules() {}

  /** The schedules of a service from a day on. */
  static List<Document> of(Hours hours, UUID service, LocalDate today) {
    var schedules = new ArrayList<Document>();
    int row = 0;
    for (var weekly : hours.weekly()) {
      var from = weekly.from().filter(today::isBefore).orElse(today);
      var until = weekly.until().orElse(today.plusMonths(MONTHS));
      for (var day = from; !day.isAfter(until); ) {
        var last = lastOfOffset(hours, day, until);
        schedules.add(schedule(hours, weekly, service, day, last, row++));
        day = last.plusDays(1);
      }
    }
    return schedules;
  }

  /** The last day, at noon, on which the clocks stand as they do on this one. */
  private static LocalDate lastOfOffset(Hours hours, LocalDate day, LocalDate until) {
    var noon = day.atTime(LocalTime.NOON).atZone(hours.zone()).toInstant();
    var change = hours.zone().getRules().nextTransition(noon);
    if (change == null) {
      return until;
    }
    var last = change.getInstant().atZone(hours.zone()).toLocalDate().minusDays(1);
    return last.isBefore(until) ? last : until;
  }

  private static Document schedule(
      Hours hours, Hours.Weekly weekly, UUID service, LocalDate from, LocalDate until, int row) {
    var offset = offset(hours, from);
    var shut =
        hours.closures().stream()
            .filter(each -> !each.until().isBefore(from) && !each.from().isAfter(until))
            .map(each ->
                "Closed %s to %s%s."
                    .formatted(
                        each.from(),
                        each.until(),
                        each.reason().isBlank() ? "" : " (" + each.reason() + ")"))
            .collect(Collectors.joining(" "));
    return Document.empty()
        .with("id", Vocabulary.id(service + "/schedule/" + row).toString())
        .with("service_id", service.toString())
        .with("valid_from", from.toString())
        .with("valid_to", until.toString())
        .with("dtstart", from.toString())
        .with("timezone", hoursFromUtc(offset))
        .with("freq", "WEEKLY")
        .with(
            "byday",
            weekly.days().stream().map(StandardHours::letters).collect(Collectors.joining(",")))
        .with("opens_at", weekly.opens().format(TIME))
        .with("closes_at", weekly.closes().format(TIME))
        .with("notes", shut);
  }

  private static JsonNode hoursFromUtc(ZoneOffset offset) {
    int seconds = offset.getTotalSeconds();
    return seconds % SECONDS_AN_HOUR == 0
        ? IntNode.valueOf(seconds / SECONDS_AN_HOUR)
        : DoubleNode.valueOf(seconds / (double) SECONDS_AN_HOUR);
  }

  private static ZoneOffset offset(Hours hours, LocalDate day) {
    return day.atTime(LocalTime.NOON).atZone(hours.zone()).getOffset();
  }
}
