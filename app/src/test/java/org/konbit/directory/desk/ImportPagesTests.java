package org.konbit.directory.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff;
import org.konbit.directory.entry.Entries;
import org.konbit.testing.DeskVisitor;
import org.konbit.testing.KonbitTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KonbitTest
class ImportPagesTests {
  private static final String HOME = "/desk/en/directory/import";
  private static final Pattern WAITING = Pattern.compile(HOME + "/([0-9a-f-]{36})");

  @LocalServerPort private int port;
  @Autowired private GivenStaff staff;
  @Autowired private Entries entries;

  private UUID harbor;
  private DeskVisitor navigator;
  private String organisation;
  private String service;
  private String name;
  private String offered;

  @BeforeEach
  void aNavigatorWithAFile() {
    harbor = staff.organisation("Harbor Clinic");
    navigator = signedIn(harbor);
    organisation = UUID.randomUUID().toString();
    name = "Lantern " + organisation;
    offered = "Evening course of " + organisation;
    service = UUID.randomUUID().toString();
  }

  @Test
  void a_row_that_was_refused_is_mended_here_and_taken() {
    navigator.open(HOME).sendFile(HOME, "partners.json", file("sometimes", "office"));
    assertThat(navigator.address()).isEqualTo(HOME);
    assertThat(navigator.body())
        .contains("partners.json")
        .contains("2 with something wrong")
        .contains("is none of the words that the standard allows here.")
        .contains("is no e-mail address.");

    String of = HOME + "/" + waiting(offered);
    navigator.open(of).send(of, Map.of("status", "never"));
    assertThat(navigator.status()).isEqualTo(422);
    navigator.send(of, Map.of("status", "active"));

    assertThat(navigator.address()).isEqualTo(HOME);
    assertThat(navigator.body()).doesNotContain(offered).contains(name);
    var whole = entries.wholes(List.of(UUID.fromString(organisation))).getFirst();
    assertThat(whole.services()).hasSize(1);
    assertThat(whole.services().getFirst().document().list("phones")).hasSize(1);

    String organisations = HOME + "/" + waiting(name);
    navigator.open(organisations).send(organisations, Map.of("email", "office@lantern.example"));
    assertThat(navigator.body()).doesNotContain(name);
    whole = entries.wholes(List.of(UUID.fromString(organisation))).getFirst();
    assertThat(whole.entry().document().text("email")).hasValue("office@lantern.example");
  }

  @Test
  void a_file_that_was_mended_outside_clears_what_waited() {
    navigator.open(HOME).sendFile(HOME, "partners.json", file("sometimes", "office"));
    assertThat(navigator.body()).contains("To be mended").contains(name);

    navigator.sendFile(HOME, "again.json", file("active", "office@lantern.example"));

    assertThat(navigator.body()).doesNotContain(name).contains("again.json");
  }

  @Test
  void a_form_without_its_token_or_without_a_file_changes_nothing() {
    assertThat(navigator.sendFile(HOME, "partners.json", file("active", "a@b.example")).status())
        .isEqualTo(403);
    navigator.open(HOME).sendFile(HOME, "partners.json", "");
    assertThat(navigator.status()).isEqualTo(422);
    assertThat(navigator.body()).contains("Nothing was changed").contains("it is empty");
    assertThat(entries.wholes(List.of(UUID.fromString(organisation)))).isEmpty();
  }

  @Test
  void a_file_larger_than_we_take_is_told_so_and_changes_nothing() {
    navigator.open(HOME).sendSpaces(HOME, ImportController.LARGEST + (1 << 20));

    assertThat(navigator.status()).isEqualTo(422);
    assertThat(navigator.body())
        .contains("Nothing was changed")
        .contains("is too large: 256 MB at most");
  }

  @Test
  void what_waits_at_one_organisation_is_not_here_for_another() {
    navigator.open(HOME).sendFile(HOME, "partners.json", file("sometimes", "office"));
    String of = HOME + "/" + waiting(offered);
    var valley = signedIn(staff.organisation("Valley Legal Aid"));

    assertThat(valley.open(of).status()).isEqualTo(404);
    assertThat(valley.open(HOME).body()).doesNotContain(offered);
    assertThat(valley.send(of, Map.of("status", "active")).status()).isEqualTo(404);
  }

  private String waiting(String name) {
    navigator.open(HOME);
    int named = navigator.body().indexOf(name + "</a>");
    assertThat(named).as(name).isPositive();
    var found = WAITING.matcher(navigator.body().substring(0, named));
    String last = "";
    while (found.find()) {
      last = found.group(1);
    }
    return last;
  }

  private String file(String status, String email) {
    return """
    {"id": "%s", "name": "%s", "description": "Help.", "email": "%s", "services": [
      {"id": "%s", "name": "%s", "status": "%s",
       "phones": [{"id": "%s", "number": "508-555-0100"}]}]}
    """
        .formatted(organisation, name, email, service, offered, status, UUID.randomUUID());
  }

  private DeskVisitor signedIn(UUID organisation) {
    return new DeskVisitor(port).with(staff.session(staff.person(organisation, Role.NAVIGATOR)));
  }
}
