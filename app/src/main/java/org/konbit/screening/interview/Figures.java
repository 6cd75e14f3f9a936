package org.konbit.screening.interview;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Numbers as people write them: in the digits of any script, with points, commas and blanks. */
final class Figures {
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,6}");
  private static final Pattern BLANKS =
      Pattern.compile("[\\s\\u00a0\\u202f\\u2066-\\u2069\\u200e\\u200f'’٬]");
  private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,2})?");

  private Figures() {}

  /** A whole number of at most six digits. */
  static OptionalInt whole(String typed) {
    var text = BLANKS.matcher(latin(typed)).replaceAll("");
    return WHOLE.matcher(text).matches()
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  /** An amount of dollars, in cents. A comma or point before one or two last digits is decimal. */
  static OptionalLong cents(String typed) {
    var text = BLANKS.matcher(latin(typed)).replaceAll("").replace("$", "").replace('٫', '.');
    text = text.replace('−', '-');
    int mark = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
    if (mark >= 0) {
      var whole = text.substring(0, mark);
      var rest = text.substring(mark + 1);
      if (rest.length() == 3 && isGrouped(whole)) {
        text = groupless(whole) + rest;
      } else {
        text = isGrouped(whole) ? groupless(whole) + "." + rest : text;
      }
    }
    if (!PLAIN.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    int point = text.indexOf('.');
    var cents = point < 0 ? "00" : (text.substring(point + 1) + "0").substring(0, 2);
    var whole = point < 0 ? text : text.substring(0, point);
    return OptionalLong.of(Long.parseLong(whole + cents));
  }

  private static boolean isGrouped(String whole) {
    return whole.matches("-?[0-9]{1,9}|-?[0-9]{1,3}([.,][0-9]{3})+");
  }

  private static String groupless(String whole) {
    return whole.replace(".", "").replace(",", "");
  }

  /** A day of the calendar; a year has four digits. */
  static java.util.Optional<LocalDate> day(String year, String month, String day) {
    var y = whole(year);
    var m = whole(month);
    var d = whole(day);
    if (y.isEmpty() || m.isEmpty() || d.isEmpty() || y.getAsInt() < 1000 || y.getAsInt() > 9999) {
      return java.util.Optional.empty();
    }
    try {
      return java.util.Optional.of(LocalDate.of(y.getAsInt(), m.getAsInt(), d.getAsInt()));
    } catch (DateTimeException notInCalendar) {
      return java.util.Optional.empty();
    }
  }

  /** The same text with the digits of every script as 0 to 9. */
  static String latin(String typed) {
    var text = new StringBuilder(typed.length());
    typed
        .codePoints()
        .forEach(
            c -> text.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
    return text.toString();
  }
}
