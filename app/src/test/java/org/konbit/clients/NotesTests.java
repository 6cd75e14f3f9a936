package org.konbit.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.konbit.clients.GivenClients.navigator;
import static org.konbit.clients.GivenClients.staff;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konbit.access.NotHere;
import org.konbit.access.Role;
import org.konbit.database.Acting;
import org.konbit.testing.KonbitTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@KonbitTest
class NotesTests {
  @Autowired private Notes notes;
  @Autowired private GivenClients given;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionOperations transactions;

  private final UUID harbor = UUID.randomUUID();
  private final Acting author = navigator(harbor);
  private UUID ana;

  @BeforeEach
  void aNoteForEachAudience() {
    ana = given.client(harbor, "Ana", "Pérez");
    author.run(() -> {
      for (var audience : Note.Audience.values()) {
        notes.write(UUID.randomUUID(), ana, audience, "For " + audience);
      }
    });
  }

  @Test
  void each_note_is_read_by_those_it_was_written_for_even_past_the_code() {
    assertThat(read(author)).containsExactlyInAnyOrder("For TEAM", "For SUPERVISORS", "For AUTHOR");
    assertThat(read(navigator(harbor))).containsExactly("For TEAM");
    assertThat(read(staff(harbor, Role.PROGRAMME_MANAGER)))
        .containsExactlyInAnyOrder("For TEAM", "For SUPERVISORS");
    assertThat(read(staff(harbor, Role.LEGAL_SUPERVISOR)))
        .containsExactlyInAnyOrder("For TEAM", "For SUPERVISORS");
    assertThat(read(staff(harbor, Role.PRIVACY_OFFICER))).hasSize(3);
    assertThat(read(navigator(UUID.randomUUID()))).isEmpty();
    assertThat(rows(navigator(harbor))).isEqualTo(1);
    assertThat(rows(staff(harbor, Role.EDITOR))).isZero();
  }

  @Test
  void a_note_sent_twice_is_one_note() {
    var id = UUID.randomUUID();

    author.run(() -> {
      notes.write(id, ana, Note.Audience.TEAM, "Twice");
      notes.write(id, ana, Note.Audience.TEAM, "Twice");
    });

    assertThat(read(author)).containsOnlyOnce("Twice");
  }

  @Test
  void what_is_kept_nowhere_is_refused_and_not_repeated() {
    assertThatThrownBy(() -> write("Her number is A123456789."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("123456789");
    assertThatThrownBy(() -> write(" \u0000 ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> write("x".repeat(4_001))).isInstanceOf(IllegalArgumentException.class);

    assertThat(read(author)).hasSize(3);
  }

  @Test
  void nobody_writes_about_another_organisations_client() {
    var stranger = navigator(UUID.randomUUID());

    assertThatThrownBy(() ->
            stranger.run(() -> notes.write(UUID.randomUUID(), ana, Note.Audience.TEAM, "Hello")))
        .isInstanceOf(NotHere.class);
  }

  private void write(String text) {
    author.run(() -> notes.write(UUID.randomUUID(), ana, Note.Audience.TEAM, text));
  }

  private List<String> read(Acting actor) {
    return actor.call(() -> notes.of(ana)).stream().map(Note::text).toList();
  }

  private int rows(Acting actor) {
    return actor.call(() ->
        transactions.execute(_ ->
            jdbc.sql("SELECT count(*) FROM client_note WHERE client_id = :id")
                .param("id", ana)
                .query(Integer.class)
                .single()));
  }
}
