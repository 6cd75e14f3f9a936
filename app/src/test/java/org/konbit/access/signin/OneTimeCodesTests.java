package org.konbit.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTests {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** RFC 6238, appendix B, whose eight digits end with our six. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void the_codes_are_those_of_the_standard(long seconds, String code) {
    assertThat(OneTimeCodes.at(SECRET, seconds / 30)).isEqualTo(code);
    assertThat(OneTimeCodes.step(SECRET, code, Instant.ofEpochSecond(seconds)))
        .hasValue(seconds / 30);
  }

  @Test
  void a_clock_may_be_half_a_minute_off_and_no_more() {
    var now = Instant.ofEpochSecond(1_234_567_890);
    long step = now.getEpochSecond() / 30;

    for (long off = -1; off <= 1; off++) {
      assertThat(OneTimeCodes.step(SECRET, OneTimeCodes.at(SECRET, step + off), now))
          .hasValue(step + off);
    }
    assertThat(OneTimeCodes.step(SECRET, OneTimeCodes.at(SECRET, step - 2), now)).isEmpty();
    assertThat(OneTimeCodes.step(SECRET, OneTimeCodes.at(SECRET, step + 2), now)).isEmpty();
  }

  /** RFC 4648 §10, without the padding that authenticators do without. */
  @ParameterizedTest
  @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB"})
  void a_secret_is_spelt_as_the_standard_spells_it(String text, String letters) {
    String spelt = OneTimeCodes.base32(text.getBytes(StandardCharsets.US_ASCII));

    assertThat(letters).startsWith(spelt);
  }
}
