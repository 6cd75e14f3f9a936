package org.konbit.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import org.junit.jupiter.api.Test;
import org.konbit.vault.BirthDate.Approximate;
import org.konbit.vault.BirthDate.Full;
import org.konbit.vault.BirthDate.Unknown;
import org.konbit.vault.BirthDate.YearOnly;

class BirthDateTests {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final BirthDate MAY_THIRD = new Full(LocalDate.of(1990, 5, 3));

  @Test
  void a_placeholder_is_only_approximate_and_tomorrow_is_no_birth_date() {
    assertThat(BirthDate.of(LocalDate.of(1900, 1, 1), TODAY))
        .contains(new Approximate(LocalDate.of(1900, 1, 1)));
    assertThat(BirthDate.of(LocalDate.of(1990, 1, 1), TODAY).orElseThrow())
        .isInstanceOf(Approximate.class);
    assertThat(BirthDate.of(LocalDate.of(1890, 7, 4), TODAY).orElseThrow())
        .isInstanceOf(Approximate.class);
    assertThat(BirthDate.of(LocalDate.of(1990, 5, 3), TODAY)).contains(MAY_THIRD);
    assertThat(BirthDate.of(TODAY, TODAY)).isPresent();
    assertThat(BirthDate.of(TODAY.plusDays(1), TODAY)).isEmpty();
  }

  @Test
  void a_day_is_found_by_itself_and_with_day_and_month_exchanged() {
    assertThat(found(MAY_THIRD, MAY_THIRD)).isTrue();
    assertThat(found(new Full(LocalDate.of(1990, 3, 5)), MAY_THIRD)).isTrue();
    assertThat(found(new Full(LocalDate.of(1990, 5, 4)), MAY_THIRD)).isFalse();
    assertThat(found(new Full(LocalDate.of(1991, 5, 3)), MAY_THIRD)).isFalse();
    assertThat(found(new Full(LocalDate.of(1990, 5, 31)), new Full(LocalDate.of(1990, 5, 31))))
        .isTrue();
  }

  @Test
  void who_is_known_by_the_year_is_found_within_a_year_of_it() {
    assertThat(found(new YearOnly(Year.of(1991)), MAY_THIRD)).isTrue();
    assertThat(found(new Approximate(LocalDate.of(1989, 1, 1)), MAY_THIRD)).isTrue();
    assertThat(found(new YearOnly(Year.of(1992)), MAY_THIRD)).isFalse();
    assertThat(found(MAY_THIRD, new YearOnly(Year.of(1989)))).isTrue();
    assertThat(found(MAY_THIRD, new Approximate(LocalDate.of(1992, 1, 1)))).isFalse();
  }

  @Test
  void unknown_finds_nobody_and_is_found_by_nothing() {
    assertThat(found(new Unknown(), MAY_THIRD)).isFalse();
    assertThat(found(MAY_THIRD, new Unknown())).isFalse();
    assertThat(found(new Unknown(), new Unknown())).isFalse();
  }

  @Test
  void a_date_in_a_message_gives_nothing_away() {
    assertThat(MAY_THIRD.toString()).doesNotContain("1990");
    assertThat(new YearOnly(Year.of(1990)).toString()).doesNotContain("1990");
  }

  private static boolean found(BirthDate kept, BirthDate wanted) {
    return wanted.toFind().isMetBy(kept.toKeep());
  }
}
