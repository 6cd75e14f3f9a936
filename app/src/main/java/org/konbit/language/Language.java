package org.konbit.language;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

/**
 * A language a reader can choose.
 *
 * @param tag its BCP 47 tag, as it stands in addresses: {@code pt-BR}
 * @param ownName its name in itself: {@code Português (Brasil)}
 * @param isReviewed whether a qualified person has reviewed the interface in it; until then every
 *     page carries a label that says so
 * @param months the names of the twelve months where ICU does not know them; else empty
 * @param joins the words for "and" and "or" where ICU does not know them; else empty
 */
public record Language(
    String tag, String ownName, boolean isReviewed, List<String> months, List<String> joins) {
  // Reading a tag costs more than what is done with the locale, and a page asks for it often.
  private static final MadeOnce<String, ULocale> LOCALES = new MadeOnce<>();
  private static final MadeOnce<String, List<String>> DATE_ORDERS = new MadeOnce<>();
  private static final MadeOnce<String, ListFormatter> LISTS = new MadeOnce<>();

  public Language {
    months = List.copyOf(months);
    joins = List.copyOf(joins);
    if (!months.isEmpty() && months.size() != 12) {
      throw new IllegalArgumentException(
          "The months (%s) of (%s) are not twelve.".formatted(months, tag));
    }
    if (!joins.isEmpty() && joins.size() != 2) {
      throw new IllegalArgumentException(
          "The words (%s) for and, or of (%s) are not two.".formatted(joins, tag));
    }
  }

  /** A language whose months ICU knows. */
  public Language(String tag, String ownName, boolean isReviewed) {
    this(tag, ownName, isReviewed, List.of(), List.of());
  }

  /** The locale that numbers, dates and plurals follow. */
  public ULocale locale() {
    return LOCALES.of(tag, ULocale::forLanguageTag);
  }

  /** {@code rtl} or {@code ltr}, as the {@code dir} attribute takes it. */
  public String direction() {
    return isRightToLeft() ? "rtl" : "ltr";
  }

  /** A format of dates written out, such as {@code October 1, 2026}; it serves one thread. */
  DateFormat dateFormat() {
    return named(DateFormat.getDateInstance(DateFormat.LONG, locale()));
  }

  /** A format of times of day, such as {@code 2:30 PM}; it serves one thread. */
  DateFormat timeFormat() {
    var format = DateFormat.getTimeInstance(DateFormat.SHORT, locale());
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format;
  }

  static String spelled(DateFormat format, LocalTime time) {
    return format.format(Date.from(time.atDate(LocalDate.EPOCH).toInstant(ZoneOffset.UTC)));
  }

  /** A month written out: {@code October 2026}. */
  String month(YearMonth month) {
    return spelled(named(DateFormat.getInstanceForSkeleton("yMMMM", locale())), month.atDay(1));
  }

  private DateFormat named(DateFormat format) {
    format.setTimeZone(TimeZone.GMT_ZONE);
    if (!months.isEmpty() && format instanceof SimpleDateFormat spelled) {
      var symbols = new DateFormatSymbols(locale());
      symbols.setMonths(months.toArray(String[]::new));
      spelled.setDateFormatSymbols(symbols);
    }
    return format;
  }

  static String spelled(DateFormat format, LocalDate date) {
    return format.format(Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  /** The twelve months by name, as a list to choose from shows them. */
  public List<String> monthNames() {
    return months.isEmpty()
        ? List.of(
            DateFormatSymbols.getInstance(locale())
                .getMonths(DateFormatSymbols.STANDALONE, DateFormatSymbols.WIDE))
        : months;
  }

  /** {@code year}, {@code month} and {@code day}, in the order readers write a date in. */
  public List<String> dateOrder() {
    return DATE_ORDERS.of(tag, _ -> orderOfDates());
  }

  private List<String> orderOfDates() {
    var format = DateFormat.getDateInstance(DateFormat.SHORT, locale());
    var pattern = format instanceof SimpleDateFormat spelled ? spelled.toPattern() : "yMd";
    return Stream.of("year", "month", "day")
        .sorted(Comparator.comparingInt(part -> position(pattern, part)))
        .toList();
  }

  private static int position(String pattern, String part) {
    return switch (part) {
      case "year" -> pattern.indexOf('y');
      case "month" -> Math.max(pattern.indexOf('M'), pattern.indexOf('L'));
      default -> pattern.indexOf('d');
    };
  }

  /** How dollars are written, with so many digits of cents. */
  NumberFormat dollars(int digits) {
    var format = NumberFormat.getCurrencyInstance(locale());
    format.setCurrency(Currency.getInstance("USD"));
    format.setMaximumFractionDigits(digits);
    return format;
  }

  /** Several things in one sentence, joined by "and". */
  String all(List<String> things) {
    return joins.isEmpty()
        ? LISTS.of(tag, _ -> ListFormatter.getInstance(locale())).format(things)
        : joined(things, joins.getFirst());
  }

  /** Several things in one sentence, joined by "or". */
  String either(List<String> things) {
    return joins.isEmpty()
        ? ListFormatter.getInstance(locale(), ListFormatter.Type.OR, ListFormatter.Width.WIDE)
            .format(things)
        : joined(things, joins.getLast());
  }

  private static String joined(List<String> things, String last) {
    if (things.size() < 2) {
      return String.join("", things);
    }
    int end = things.size() - 1;
    return String.join(", ", things.subList(0, end)) + " " + last + " " + things.get(end);
  }

  boolean isRightToLeft() {
    return locale().isRightToLeft();
  }
}
