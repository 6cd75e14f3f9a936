package org.konbit.screening.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.konbit.screening.saved.SavedAnswers.Found;
import org.konbit.testing.KonbitTest;
import org.konbit.vault.InstallationKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KonbitTest
class SavedAnswersTests {
  private static final String HERE = "203.0.113.7";
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Autowired private JdbcClient jdbc;
  @Autowired private Codes codes;
  @Autowired private CodeKeys keys;
  @Autowired private InstallationKey installation;

  private final String page = UUID.randomUUID().toString();

  @Test
  void answers_open_on_any_node_with_the_code() {
    var saved = at(NOON).save("asylum_pending", "es", page);

    assertThat(at(NOON).open(saved.code(), HERE)).isEqualTo(new Found.Answers("asylum_pending"));
    assertThat(saved.lastDay()).isEqualTo(LocalDate.of(2026, 12, 23));
  }

  @Test
  void they_open_on_the_thirtieth_day_and_not_after() {
    var saved = at(NOON).save("answers", "ar", page);

    assertThat(at(NOON.plus(Duration.ofDays(30))).open(saved.code(), HERE))
        .isInstanceOf(Found.Answers.class);
    assertThat(at(NOON.plus(Duration.ofDays(31))).open(saved.code(), HERE))
        .isInstanceOf(Found.Nothing.class);
  }

  @Test
  void what_has_expired_is_deleted() {
    long before = rows();
    var early = NOON.minus(Duration.ofDays(400));
    at(early).save("answers", "en", page);
    assertThat(rows()).isEqualTo(before + 1);

    at(early.plus(Duration.ofDays(31))).forgetExpired();

    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void a_page_sent_twice_is_saved_once() {
    var first = at(NOON).save("answers", "en", page);
    long rows = rows();

    var second = at(NOON).save("answers", "en", page);

    assertThat(second.code()).isEqualTo(first.code());
    assertThat(rows()).isEqualTo(rows);
  }

  @Test
  void their_owner_can_destroy_them() {
    var saved = at(NOON).save("answers", "pt-BR", page);

    assertThat(at(NOON).destroy(saved.code(), HERE)).isInstanceOf(Found.Answers.class);

    assertThat(at(NOON).open(saved.code(), HERE)).isInstanceOf(Found.Nothing.class);
  }

  @Test
  void the_table_holds_neither_code_nor_answers_nor_when_they_were_saved() {
    var saved = at(NOON).save("asylum_pending", "en", page);

    for (byte[] sealed :
        jdbc.sql("SELECT sealed FROM saved_screening").query(byte[].class).list()) {
      assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
          .doesNotContain("asylum")
          .doesNotContain(saved.code().substring(0, 4));
    }
    assertThat(
            jdbc.sql(
                    """
                    SELECT column_name
                      FROM information_schema.columns
                     WHERE table_name = 'saved_screening'
                    """)
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("id", "sealed", "expires_on");
  }

  @Test
  void ten_thousand_guesses_find_nothing_and_few_are_looked_at() {
    at(NOON).save("answers", "en", page);
    var answers = at(NOON);
    int later = 0;

    for (int guess = 0; guess < 10_000; guess++) {
      var code = codes.make("en", ("guess " + guess).getBytes(StandardCharsets.UTF_8));
      var found = answers.open(code, HERE);
      assertThat(found).isNotInstanceOf(Found.Answers.class);
      later += found instanceof Found.Later ? 1 : 0;
    }

    assertThat(later).isEqualTo(10_000 - Guesses.AN_ADDRESS);
  }

  private SavedAnswers at(Instant now) {
    var clock = Clock.fixed(now, ZoneOffset.UTC);
    return new SavedAnswers(jdbc, codes, keys, new Guesses(clock), installation, clock);
  }

  private long rows() {
    return jdbc.sql("SELECT count(*) FROM saved_screening").query(Long.class).single();
  }
}
