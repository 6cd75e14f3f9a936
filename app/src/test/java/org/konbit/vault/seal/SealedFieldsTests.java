package org.konbit.vault.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.testing.KonbitTest;
import org.konbit.vault.InstallationKey;
import org.konbit.vault.KeyRefused;
import org.konbit.vault.OrganisationKeys;
import org.konbit.vault.OrganisationKeys.State;
import org.konbit.vault.SealedFields;
import org.konbit.vault.key.DestructionLog;
import org.konbit.vault.testing.Clients;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@KonbitTest
@Import(Clients.class)
class SealedFieldsTests {
  @Autowired private SealedFields fields;
  @Autowired private OrganisationKeys keys;
  @Autowired private Clients clients;
  @Autowired private JdbcClient jdbc;
  @Autowired private InstallationKey installation;
  @Autowired private DestructionLog destructions;
  @Autowired private LivingKeys living;
  @Autowired private Clock clock;

  private final UUID harbor = UUID.randomUUID();
  private final UUID valley = UUID.randomUUID();

  @BeforeEach
  void makeATable() {
    clients.create();
  }

  @AfterEach
  void dropIt() {
    clients.drop();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Madonna",
        "María José de la Cruz Núñez García Pérez",
        "N'Golo O’Brien",
        "محمد بن عبد الله",
        "王小明",
        "Ana 🌻",
        "exactly 16 bytes",
        "\u0080\u0000 odd\u0000"
      })
  void a_name_comes_back_as_it_was(String name) {
    clients.add(harbor, name, "");

    assertThat(clients.names(harbor)).containsExactly(name);
  }

  @Test
  void a_name_of_300_letters_comes_back_as_it_was() {
    clients.add(harbor, "é".repeat(300), "");

    assertThat(clients.names(harbor)).containsExactly("é".repeat(300));
  }

  @Test
  void a_short_name_is_as_long_as_a_longer_one() {
    var li = clients.row(harbor, clients.add(harbor, "Li", ""));
    var nguyen = clients.row(harbor, clients.add(harbor, "Nguyen Thi", ""));

    assertThat(li.name()).hasSameSizeAs(nguyen.name());
  }

  @Test
  void the_same_name_looks_different_in_every_row() {
    var one = clients.row(harbor, clients.add(harbor, "Ana", "Ana"));
    var other = clients.row(harbor, clients.add(harbor, "Ana", "Ana"));

    assertThat(one.name()).isNotEqualTo(other.name()).isNotEqualTo(one.phone());
  }

  @Test
  void a_value_copied_elsewhere_does_not_open() {
    var id = clients.add(harbor, "Ana", "+16175550100");
    clients.add(valley, "Luis", "");
    byte[] name = clients.row(harbor, id).name();

    assertThat(open(harbor, id, name)).isEqualTo("Ana");
    assertThatThrownBy(() -> open(harbor, UUID.randomUUID(), name)).isInstanceOf(KeyRefused.class);
    assertThatThrownBy(() -> open(valley, id, name)).isInstanceOf(KeyRefused.class);
    assertThatThrownBy(() -> clients.within(harbor, () -> fields.open(Clients.PHONE, id, name)))
        .isInstanceOf(KeyRefused.class)
        .hasMessageContaining("sample_client.phone")
        .hasMessageNotContaining("Ana");
  }

  @Test
  void an_altered_value_does_not_open() {
    var id = clients.add(harbor, "Ana", "");
    byte[] name = clients.row(harbor, id).name();

    for (int at = 0; at < name.length; at++) {
      byte[] altered = name.clone();
      altered[at] ^= 1;
      assertThatThrownBy(() -> open(harbor, id, altered))
          .as("byte %d", at)
          .isInstanceOf(KeyRefused.class);
    }
    assertThatThrownBy(() -> open(harbor, id, new byte[0])).isInstanceOf(KeyRefused.class);
  }

  @Test
  void nothing_is_sealed_outside_a_transaction() {
    assertThatThrownBy(() ->
            Clients.as(harbor).call(() -> fields.seal(Clients.NAME, UUID.randomUUID(), "Ana")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("@Transactional");
  }

  @Test
  void a_key_of_a_transaction_that_failed_seals_nothing_later() {
    assertThatThrownBy(() ->
            clients.within(
                harbor,
                () -> {
                  fields.seal(Clients.NAME, UUID.randomUUID(), "Ana");
                  throw new IllegalArgumentException("the form was wrong");
                }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Clients.as(harbor).call(keys::state)).isEqualTo(State.NONE);

    clients.add(harbor, "Ana", "");

    assertThat(anotherNode(harbor)).isEqualTo("Ana");
  }

  @Test
  void a_suspended_key_opens_nothing_on_any_node_until_it_is_resumed() {
    clients.add(harbor, "Ana", "");
    assertThat(clients.names(harbor)).containsExactly("Ana");

    Clients.as(harbor).run(keys::suspend);

    assertThatThrownBy(() -> clients.names(harbor)).hasMessageContaining("is suspended");
    assertThatThrownBy(() -> anotherNode(harbor)).hasMessageContaining("is suspended");
    assertThatThrownBy(() -> clients.add(harbor, "Luis", "")).hasMessageContaining("is suspended");
    Clients.as(harbor).run(keys::resume);
    assertThat(clients.names(harbor)).containsExactly("Ana");
  }

  @Test
  void a_destroyed_key_is_gone_for_everybody_and_never_made_again() {
    clients.add(harbor, "Ana", "");
    clients.add(valley, "Luis", "");

    Clients.as(harbor).run(keys::destroy);

    assertThat(Clients.as(harbor).call(keys::state)).isEqualTo(State.DESTROYED);
    assertThatThrownBy(() -> clients.names(harbor))
        .isInstanceOf(KeyRefused.class)
        .hasMessageContaining("is destroyed");
    assertThatThrownBy(() -> clients.add(harbor, "Ana", "")).hasMessageContaining("is destroyed");
    assertThatThrownBy(() -> Clients.as(harbor).run(keys::resume)).isInstanceOf(KeyRefused.class);
    assertThat(destructions.organisations()).contains(harbor).doesNotContain(valley);
    assertThat(clients.names(valley)).containsExactly("Luis");
  }

  @Test
  void a_destruction_that_was_cut_short_is_completed_at_the_next_start() {
    clients.add(harbor, "Ana", "");
    destructions.add(harbor);

    living.afterSingletonsInstantiated();

    assertThat(Clients.as(harbor).call(keys::state)).isEqualTo(State.DESTROYED);
    assertThatThrownBy(() -> clients.names(harbor)).isInstanceOf(KeyRefused.class);
  }

  private String open(UUID organisation, UUID id, byte[] sealed) {
    return clients.within(organisation, () -> fields.open(Clients.NAME, id, sealed));
  }

  /** The first client's name as a node reads it that has kept nothing in memory. */
  private String anotherNode(UUID organisation) {
    var fresh = new KeyedFields(new Rings(anotherNodesRows()));
    return clients.within(
        organisation,
        () ->
            jdbc.sql("SELECT id, name FROM sample_client")
                .query((row, _) ->
                    fresh.open(Clients.NAME, row.getObject(1, UUID.class), row.getBytes(2)))
                .list()
                .getFirst());
  }

  private RingRows anotherNodesRows() {
    return new RingRows(jdbc, installation, clock);
  }
}
