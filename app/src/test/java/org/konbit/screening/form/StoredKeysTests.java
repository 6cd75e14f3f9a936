package org.konbit.screening.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.konbit.screening.form.Seal.Opened;
import org.konbit.testing.KonbitTest;
import org.konbit.vault.InstallationKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KonbitTest
class StoredKeysTests {
  // Far from today, so that these days' keys are nobody else's.
  private static final Instant NOON = Instant.parse("2031-06-15T12:00:00Z");

  @Autowired private JdbcClient jdbc;
  @Autowired private InstallationKey installation;

  @Test
  void what_one_node_sealed_opens_on_another_and_after_a_restart() {
    var sealed = node(NOON).seal("answers");

    assertThat(node(NOON).open(sealed)).isEqualTo(new Opened.Text("answers"));
    assertThat(node(NOON.plus(Duration.ofHours(30))).open(sealed))
        .isEqualTo(new Opened.Text("answers"));
  }

  @Test
  void a_key_is_deleted_when_it_is_over() {
    var early = NOON.minus(Duration.ofDays(100));
    var sealed = node(early).seal("answers");
    node(early.plus(Duration.ofDays(2))).seal("others");

    assertThat(node(early.plus(Duration.ofDays(2))).open(sealed)).isEqualTo(new Opened.Stale());
    // Even a clock set back cannot bring it back.
    assertThat(node(early).open(sealed)).isEqualTo(new Opened.Unreadable());
  }

  @Test
  void the_database_holds_no_key_that_opens_anything_by_itself() {
    node(NOON).seal("answers");

    var wrapped = jdbc.sql("SELECT wrapped FROM form_key").query(byte[].class).list();

    assertThat(wrapped).isNotEmpty().allMatch(bytes -> bytes.length > SealingKey.BYTES);
  }

  private Seal node(Instant now) {
    return new Seal(new StoredKeys(jdbc, installation, Clock.fixed(now, ZoneOffset.UTC)));
  }
}
