package org.konbit.referrals.report;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Three months of a year. Reports cover no other span: from two that overlap, somebody could work
 * out one family.
 *
 * @param number 1 to 4
 */
public record Quarter(int year, int number) {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-([1-4])");

  /** The quarter of a day. */
  public static Quarter of(LocalDate day) {
    return new Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
  }

  /** The quarter that {@link #toString} wrote. */
  public static Optional<Quarter> of(String written) {
    var parts = WRITTEN.matcher(written);
    return parts.matches()
        ? Optional.of(
            new Quarter(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
        : Optional.empty();
  }

  /** This one and those before it. */
  public List<Quarter> andBefore(int many) {
    return Stream.iterate(this, each -> of(each.first().minusDays(1))).limit(many).toList();
  }

  /** Its first day. */
  public LocalDate first() {
    return LocalDate.of(year, 3 * number - 2, 1);
  }

  /** Its last day. */
  public LocalDate last() {
    return first().plusMonths(3).minusDays(1);
  }

  @Override
  public String toString() {
    return "%d-%d".formatted(year, number);
  }
}
