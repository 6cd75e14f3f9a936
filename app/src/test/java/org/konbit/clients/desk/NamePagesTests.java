package org.konbit.clients.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff;
import org.konbit.clients.Client;
import org.konbit.clients.Clients;
import org.konbit.clients.GivenClients;
import org.konbit.testing.DeskVisitor;
import org.konbit.testing.KonbitTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KonbitTest
class NamePagesTests {
  private static final String HOME = "/desk/en/clients";

  @LocalServerPort private int port;
  @Autowired private GivenStaff staff;
  @Autowired private Clients clients;

  private UUID harbor;
  private DeskVisitor navigator;

  @BeforeEach
  void aNavigator() {
    harbor = staff.organisation("Harbor " + UUID.randomUUID());
    var person = staff.person(harbor, Role.NAVIGATOR);
    navigator = new DeskVisitor(port).with(staff.session(person)).open("/desk/en");
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 100_000})
  void a_name_of_three_hundred_letters_is_taken_and_a_longer_one_told(int length) {
    add(Map.of("given", "x".repeat(length)));

    assertThat(navigator.status()).isEqualTo(length == 300 ? 200 : 422);
    assertThat(kept()).hasSize(length == 300 ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"given", "surnames", "preferred", "onDocument", "latin"})
  void each_name_is_kept_as_it_is_written_without_what_nobody_sees(String field) {
    String marks = "Z\u0337\u0321a\u0316\u0334\u0337l";
    String hostile = "\u202e\u0000" + marks + " 👩‍👩‍👧\u2066 <b>\u200b";

    add(with(field, hostile));

    assertThat(navigator.status()).isEqualTo(200);
    String shown = Normalizer.normalize(marks, Normalizer.Form.NFC);
    assertThat(navigator.body())
        .contains(shown + " 👩‍👩‍👧 &lt;b&gt;")
        .doesNotContain("\u202e", "\u0000", "\u2066", "\u200b", "<b>👩");
    add(with(field, "\ud83d\ude00".repeat(151)));
    assertThat(navigator.status()).isEqualTo(422);
    assertThat(navigator.body()).contains("at most 300 characters").contains("\ud83d\ude00");
    add(Map.of(field, "\u202e \u200f\u0007"));
    assertThat(navigator.status()).as("nothing that anybody could read").isEqualTo(422);
    navigator.open(HOME).send(HOME, Map.of("name", hostile));
    assertThat(navigator.body()).contains("1 person found");
  }

  private static Map<String, String> with(String field, String name) {
    var typed = new HashMap<>(Map.of("given", "Ana"));
    typed.put(field, name);
    return typed;
  }

  private void add(Map<String, String> typed) {
    navigator.open(HOME + "/new");
    var form = new HashMap<>(typed);
    form.put("id", navigator.valueOf("id"));
    navigator.send(HOME + "/new", form);
  }

  private List<Client> kept() {
    return GivenClients.navigator(harbor).call(() -> clients.latest(10));
  }
}
