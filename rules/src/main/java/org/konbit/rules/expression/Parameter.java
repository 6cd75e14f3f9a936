package org.konbit.rules.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.konbit.rules.household.Words;

/**
 * A figure of the law: a dated series, or a table by year. A value holds from its date until the
 * next; before the first there is none, which is an error and not a zero.
 */
public final class Parameter extends Attribute {
  private final int[] days;
  private final long[] values;
  private final List<List<String>> lists;
  private final int[] years;
  private final long[] rows;

  private Parameter(
      int index,
      String name,
      Kind kind,
      Unit unit,
      int[] days,
      long[] values,
      List<List<String>> lists,
      int[] years,
      long[] rows) {
    super(index, name, kind, unit);
    this.days = days;
    this.values = values;
    this.lists = lists;
    this.years = years;
    this.rows = rows;
  }

  /** Whole numbers, booleans or words, each from its day. */
  public static Parameter series(
      int index, String name, Kind kind, Unit unit, SortedMap<Integer, Long> series) {
    return new Parameter(
        index, name, kind, unit, ints(series), longs(series), List.of(), new int[0], new long[0]);
  }

  /** Lists of words, each from its day. */
  public static Parameter words(int index, String name, SortedMap<Integer, List<String>> series) {
    return new Parameter(
        index,
        name,
        Kind.WORDS,
        Unit.PLAIN,
        ints(series),
        new long[series.size()],
        series.values().stream().map(List::copyOf).toList(),
        new int[0],
        new long[0]);
  }

  /** Whole numbers by year. */
  public static Parameter table(int index, String name, Unit unit, SortedMap<Integer, Long> rows) {
    return new Parameter(
        index, name, Kind.TABLE, unit, new int[0], new long[0], List.of(), ints(rows), longs(rows));
  }

  private static int[] ints(Map<Integer, ?> series) {
    return series.keySet().stream().mapToInt(Integer::intValue).toArray();
  }

  private static long[] longs(Map<Integer, Long> series) {
    return series.values().stream().mapToLong(Long::longValue).toArray();
  }

  /** The days on which a value starts, in order; empty for a table. */
  public int[] days() {
    return days.clone();
  }

  // Found by bisection in a handful of dates: cheaper than remembering it.
  @Override
  protected boolean isRemembered() {
    return false;
  }

  @Override
  protected long compute(Frame frame, int member) {
    return kind() == Kind.TABLE || kind() == Kind.WORDS ? 0 : values[at(frame)];
  }

  /** The value on a day, or empty before the first. */
  public OptionalLong valueOn(int day) {
    int at = floor(days, day);
    return at < 0 ? OptionalLong.empty() : OptionalLong.of(values[at]);
  }

  /** The words on a day, as codes, or empty before the first list. */
  public Optional<List<Long>> wordsOn(int day) {
    int at = floor(days, day);
    return at < 0
        ? Optional.empty()
        : Optional.of(lists.get(at).stream().map(Words::code).toList());
  }

  /** The row of each year from its year on; of a series, its value on the day for any year. */
  public SortedMap<Long, Long> rowsOn(int day) {
    var byYear = new TreeMap<Long, Long>();
    if (kind() != Kind.TABLE) {
      valueOn(day).ifPresent(value -> byYear.put(Long.MIN_VALUE, value));
    }
    for (int i = 0; i < years.length; i++) {
      byYear.put((long) years[i], rows[i]);
    }
    return byYear;
  }

  /** The list that holds on the frame's date. */
  List<String> list(Frame frame) {
    return lists.get(at(frame));
  }

  /** The codes of each dated list, in the order of its dates. */
  long[][] codes() {
    return lists.stream().map(Membership::codes).toArray(long[][]::new);
  }

  int at(Frame frame) {
    int at = floor(days, frame.today());
    if (at < 0) {
      throw before("(%s)".formatted(java.time.LocalDate.ofEpochDay(frame.today())));
    }
    if (at + 1 < days.length) {
      frame.change(days[at + 1], Cause.LAW);
    }
    return at;
  }

  /**
   * The table's row for the latest year not after this one; for a series, its value on the date.
   */
  long inYear(Frame frame, long year) {
    if (kind() != Kind.TABLE) {
      return compute(frame, 0);
    }
    int at = floor(years, (int) Math.min(year, Integer.MAX_VALUE));
    if (at < 0) {
      throw before("the year (%d)".formatted(year));
    }
    return rows[at];
  }

  private RuleCannotBeEvaluated before(String when) {
    return new RuleCannotBeEvaluated(
        "Parameter %s has no value for %s: its first comes later.\nScreen a later date, or add the earlier value with its citation."
            .formatted(name(), when));
  }

  private static int floor(int[] sorted, int key) {
    int at = Arrays.binarySearch(sorted, key);
    return at >= 0 ? at : -at - 2;
  }
}
