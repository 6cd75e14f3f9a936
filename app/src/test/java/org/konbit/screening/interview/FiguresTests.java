package org.konbit.screening.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1200; 120000",
        "1,200; 120000",
        "1.200; 120000",
        "1 200; 120000",
        "$1,768.90; 176890",
        "1.768,90; 176890",
        "1768,9; 176890",
        "1,234,567.89; 123456789",
        "١٧٦٨٫٩٠; 176890",
        "１２; 1200",
        "-250; -25000",
        "−250.5; -25050",
        "0; 0"
      })
  void an_amount_is_read_as_people_write_it(String typed, long cents) {
    assertThat(Figures.cents(typed)).hasValue(cents);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a lot", "1.2.3", "12,34,56", "1e9", "1.2345", "--1", "99999999999", "$"})
  void what_is_no_amount_is_not_guessed(String typed) {
    assertThat(Figures.cents(typed)).isEmpty();
  }

  @Test
  void a_day_must_be_in_the_calendar() {
    assertThat(Figures.day("2024", "2", "29")).hasValue(LocalDate.of(2024, 2, 29));
    assertThat(Figures.day("٢٠٢٤", "٠٢", "٢٩")).hasValue(LocalDate.of(2024, 2, 29));
    assertThat(Figures.day("2025", "2", "29")).isEmpty();
    assertThat(Figures.day("25", "2", "3")).isEmpty();
    assertThat(Figures.day("", "", "")).isEmpty();
  }
}
