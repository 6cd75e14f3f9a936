package org.konbit.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "617-555-0100 | +16175550100",
        "(617) 555-0100 | +16175550100",
        "+1 617 555 0100 | +16175550100",
        "1.617.555.0100 | +16175550100",
        "617 555 0100 x12 | +16175550100",
        "617-555-0100 ext. 4 | +16175550100",
        "6175550100x4 | +16175550100",
        "617-555-0100#22 | +16175550100",
        "+509 3412-3456 | +50934123456",
        "011 509 3412 3456 | +50934123456",
        "+55 (11) 91234-5678 | +5511912345678",
        "٦١٧٥٥٥٠١٠٠ | +16175550100",
        "＋1 617 555 0100 | +16175550100",
      })
  void a_number_is_read_as_people_write_it(String written, String e164) {
    assertThat(PhoneNumber.read(written)).map(PhoneNumber::e164).contains(e164);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "555-0100",
        "117-555-0100",
        "617-155-0100",
        "call me",
        "+0 123 456 789",
        "+1 617 555 01000",
        "12345678901234567890",
        "617-555-0100 or 0101",
        "+1-800-FLOWERS"
      })
  void what_can_be_no_number_is_not_read(String written) {
    assertThat(PhoneNumber.read(written)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"617-555-0100"})
  void a_number_in_a_message_gives_nothing_away(String written) {
    assertThat(PhoneNumber.read(written).orElseThrow().toString()).doesNotContain("0100");
  }
}
