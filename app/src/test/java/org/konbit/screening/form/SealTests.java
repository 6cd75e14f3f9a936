package org.konbit.screening.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.screening.form.Seal.Opened;

class SealTests {
  private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");
  private static final String TEXT = "{\"family\": \"Mười, ಠ, \uD83D\uDE42\"}";

  private Instant now = MORNING;
  private final Clock clock = Clock.tick(new Settable(), Duration.ofMillis(1));
  private final Seal seal = new Seal(new KeysInMemory(clock));

  @Test
  void what_was_sealed_opens_as_it_was() {
    assertThat(seal.open(seal.seal(TEXT))).isEqualTo(new Opened.Text(TEXT));
  }

  @Test
  void the_same_answers_never_look_the_same_twice() {
    assertThat(seal.seal(TEXT)).isNotEqualTo(seal.seal(TEXT));
  }

  @Test
  void nothing_of_the_answers_can_be_read_in_it() {
    var sealed = seal.seal("asylum_pending");

    assertThat(
            new String(
                Base64.getUrlDecoder().decode(sealed),
                java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("asylum");
  }

  @Test
  void it_can_be_sent_again_the_next_day_and_not_the_day_after() {
    var sealed = seal.seal(TEXT);

    now = Instant.parse("2026-11-24T23:59:59Z");
    assertThat(seal.open(sealed)).isEqualTo(new Opened.Text(TEXT));
    now = Instant.parse("2026-11-25T00:00:00Z");
    assertThat(seal.open(sealed)).isEqualTo(new Opened.Stale());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void a_single_changed_bit_makes_it_unreadable(long seed) {
    var random = new Random(seed);
    var bytes = Base64.getUrlDecoder().decode(seal.seal(TEXT));
    int bit = random.nextInt(bytes.length * 8);
    bytes[bit / 8] ^= (byte) (1 << bit % 8);

    assertThat(seal.open(encoded(bytes))).isNotInstanceOf(Opened.Text.class);
  }

  @Test
  void a_part_of_it_is_unreadable_wherever_it_is_cut_off() {
    var sealed = seal.seal(TEXT);

    for (int end = 0; end < sealed.length(); end++) {
      assertThat(seal.open(sealed.substring(0, end))).isEqualTo(new Opened.Unreadable());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "====", "<script>", "AQAAAAA", "../../etc/passwd", "\u0000", "١٢٣"})
  void what_was_never_sealed_is_unreadable(String text) {
    assertThat(seal.open(text)).isEqualTo(new Opened.Unreadable());
  }

  @Test
  void what_another_installation_sealed_is_unreadable() {
    var elsewhere = new Seal(new KeysInMemory(clock));

    assertThat(seal.open(elsewhere.seal(TEXT))).isEqualTo(new Opened.Unreadable());
    seal.seal(TEXT);
    assertThat(seal.open(elsewhere.seal(TEXT))).isEqualTo(new Opened.Unreadable());
  }

  @Test
  void more_than_any_form_is_refused_unread() {
    assertThat(seal.open("A".repeat(Seal.LONGEST + 1))).isEqualTo(new Opened.Unreadable());
    assertThatIllegalArgumentException().isThrownBy(() -> seal.seal("x".repeat(100_001)));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private final class Settable extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneId.of("UTC");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
