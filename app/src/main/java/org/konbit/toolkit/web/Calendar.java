package org.konbit.toolkit.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The days from which things work, as iCalendar (RFC 5545): whole days, nothing else. */
final class Calendar {
  private static final int LONGEST_LINE = 75;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StringBuilder lines = new StringBuilder();

  private Calendar() {}

  static String of(Announced announced) {
    var calendar = new Calendar();
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//Konbit//Toolkit//EN");
    calendar.line("CALSCALE", "GREGORIAN");
    calendar.line("X-WR-CALNAME", text(announced.title()));
    for (var entry : announced.entries()) {
      entry.effective().ifPresent(day -> calendar.event(entry, day));
    }
    calendar.line("END", "VCALENDAR");
    return calendar.lines.toString();
  }

  private void event(Announced.Entry entry, LocalDate day) {
    line("BEGIN", "VEVENT");
    line("UID", entry.id() + "@konbit");
    line("DTSTAMP", moment(entry.checked()));
    line("DTSTART;VALUE=DATE", DAY.format(day));
    line("DTEND;VALUE=DATE", DAY.format(day.plusDays(1)));
    line("SUMMARY", text(entry.title()));
    line("DESCRIPTION", text(entry.summary()));
    line("URL", entry.address());
    line("TRANSP", "TRANSPARENT");
    line("END", "VEVENT");
  }

  private static String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  private static String text(String value) {
    return value
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n");
  }

  // A line has at most 75 octets; what is longer goes on in the next, after a space. No character
  // is cut in two.
  private void line(String name, String value) {
    int octets = 0;
    var whole = name + ":" + value;
    for (int at = 0; at < whole.length(); ) {
      int point = whole.codePointAt(at);
      var character = Character.toString(point);
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > LONGEST_LINE) {
        lines.append("\r\n ");
        octets = 1;
      }
      lines.append(character);
      octets += size;
      at += character.length();
    }
    lines.append("\r\n");
  }
}
