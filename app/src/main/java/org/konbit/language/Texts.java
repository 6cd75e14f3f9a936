package org.konbit.language;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every text of the interface in one language. Templates hold keys only and ask here for the words.
 *
 * <p>Safe to share between threads.
 */
public final class Texts {
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';

  private final Language language;
  private final Map<String, String> patterns;
  // Most texts stand for themselves, and reading a pattern costs more than all else about a page.
  private final MadeOnce<String, String> plain = new MadeOnce<>();
  private final MadeOnce<String, Spares<MessageFormat>> formats = new MadeOnce<>();
  private final Spares<DateFormat> dates;
  private final Spares<DateFormat> times;
  private final Spares<NumberFormat> numbers;
  private final Spares<NumberFormat> dollars;
  private final Spares<NumberFormat> wholeDollars;

  Texts(Language language, Map<String, String> patterns) {
    this.language = language;
    this.patterns = Map.copyOf(patterns);
    this.dates = new Spares<>(language::dateFormat);
    this.times = new Spares<>(language::timeFormat);
    this.numbers = new Spares<>(() -> NumberFormat.getInstance(language.locale()));
    this.dollars = new Spares<>(() -> language.dollars(2));
    this.wholeDollars = new Spares<>(() -> language.dollars(0));
  }

  /** The language these texts are in. */
  public Language language() {
    return language;
  }

  /**
   * The text of a key.
   *
   * @param key {@code module.page.thing}
   * @param values what stands for {0}, {1} … in the message, in ICU's message format
   * @return plain text; the template escapes it
   * @throws IllegalArgumentException if there is no such key
   */
  public String localize(String key, Object... values) {
    return values.length == 0
        ? plain.of(key, each -> format(each).format(values))
        : formatted(key, values);
  }

  /** Whether there is a message of that key: what has none may be shown as it is. */
  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  private String formatted(String key, Object... values) {
    return formats
        .of(key, each -> new Spares<>(() -> format(each)))
        .lend(format -> format.format(isolated(values)));
  }

  private MessageFormat format(String key) {
    var pattern =
        Optional.ofNullable(patterns.get(key))
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "No message has the key (%s) in (%s).".formatted(key, language.tag())));
    return new MessageFormat(pattern, language.locale());
  }

  /** A date written out, as readers of the language write it: {@code October 1, 2026}. */
  public String date(LocalDate date) {
    return dates.lend(format -> Language.spelled(format, date));
  }

  /** A time of day as readers write it: {@code 2:30 PM}. */
  public String time(LocalTime time) {
    return times.lend(format -> Language.spelled(format, time));
  }

  /** A month written out: {@code October 2026}. */
  public String month(YearMonth month) {
    return language.month(month);
  }

  /** A number as readers write it: {@code 1,768}. */
  public String number(long number) {
    return numbers.lend(format -> format.format(number));
  }

  /** Dollars as readers write them, with cents only where there are some: {@code $1,768.90}. */
  public String money(long cents) {
    return (cents % 100 == 0 ? wholeDollars : dollars)
        .lend(format -> format.format(BigDecimal.valueOf(cents, 2)));
  }

  /** Several things in one sentence: {@code bread, rice and beans}. */
  public String list(List<String> things) {
    return language.all(isolated(things));
  }

  /** One of several things in one sentence: {@code bread, rice or beans}. */
  public String either(List<String> things) {
    return language.either(isolated(things));
  }

  // A Latin name inside an Arabic sentence must not pull the words around it out of order.
  private Object[] isolated(Object[] values) {
    var isolated = values.clone();
    if (language.isRightToLeft()) {
      for (int i = 0; i < isolated.length; i++) {
        if (isolated[i] instanceof String text) {
          isolated[i] = isolated(text);
        }
      }
    }
    return isolated;
  }

  private List<String> isolated(List<String> things) {
    return language.isRightToLeft() ? things.stream().map(Texts::isolated).toList() : things;
  }

  private static String isolated(String text) {
    return FIRST_STRONG_ISOLATE + text + POP_ISOLATE;
  }
}
