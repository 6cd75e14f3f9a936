package org.konbit.clients.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff;
import org.konbit.clients.Client;
import org.konbit.clients.Clients;
import org.konbit.clients.Consent;
import org.konbit.clients.Consents;
import org.konbit.clients.FieldGroup;
import org.konbit.clients.GivenClients;
import org.konbit.clients.Households;
import org.konbit.clients.Sought;
import org.konbit.directory.Need;
import org.konbit.directory.entry.GivenEntries;
import org.konbit.testing.DeskVisitor;
import org.konbit.testing.KonbitTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@KonbitTest
@ExtendWith(OutputCaptureExtension.class)
class ClientPagesTests {
  private static final String HOME = "/desk/en/clients";

  @LocalServerPort private int port;
  @Autowired private GivenStaff staff;
  @Autowired private GivenClients given;
  @Autowired private GivenEntries entries;
  @Autowired private Clients clients;
  @Autowired private Households households;
  @Autowired private Consents consents;

  private UUID harbor;
  private UUID valley;
  private DeskVisitor navigator;

  @BeforeEach
  void aNavigator() {
    harbor = staff.organisation("Harbor " + UUID.randomUUID());
    valley = staff.organisation("Valley Legal Aid");
    navigator = signedIn(Role.NAVIGATOR);
  }

  @Test
  void somebody_of_one_word_is_added_and_found_again_without_a_word_in_any_address() {
    add(Map.of("given", "Suharto", "birthYear", "1971"));

    assertThat(navigator.status()).isEqualTo(200);
    assertThat(navigator.body()).contains("Suharto").contains("in 1971");
    navigator.open(HOME).send(HOME, Map.of("name", "SUHARTO"));
    assertThat(navigator.body()).contains("1 person found").contains("Suharto");
    assertThat(navigator.address()).isEqualTo(HOME);
    navigator.open(HOME).send(HOME, Map.of("birthYear", "1972", "name", "", "phone", ""));
    assertThat(navigator.body()).contains("1 person found");
  }

  @Test
  void a_form_sent_twice_adds_one_person() {
    navigator.open(HOME + "/new");
    var form = new HashMap<>(Map.of("given", "Twice Sent", "id", navigator.valueOf("id")));

    navigator.send(HOME + "/new", form);
    navigator.send(HOME + "/new", form);

    assertThat(navigator.status()).isEqualTo(200);
    assertThat(found("twice")).hasSize(1);
  }

  @Test
  void whoever_may_be_here_already_is_shown_before_anybody_is_added_twice() {
    given.client(harbor, "Guerda", "Saint-Fleur");
    var form = new HashMap<>(Map.of("given", "Gerda", "surnames", "Saintfleur", "need", "Bread"));

    add(form);

    assertThat(navigator.status()).isEqualTo(422);
    assertThat(navigator.body())
        .contains("This person may be here already")
        .contains("Guerda Saint-Fleur")
        .contains("value=\"Saintfleur\"")
        .contains("Bread");
    assertThat(found("Gerda")).isEmpty();

    form.put("anyway", "yes");
    form.put("id", navigator.valueOf("id"));
    navigator.send(HOME + "/new", form);
    assertThat(found("Gerda")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "given    |                | Write a name",
        "phone    | 12             | no phone number",
        "email    | nobody         | not an e-mail address",
        "birthDay | 31             | There is no such date",
        "birthYear| 2999           | has not come yet",
        "birthYear| 12             | There is no such date",
        "atHome   | 0              | from 1 to 99",
        "atHome   | many           | from 1 to 99",
        "need     | A-123-456-789  | a government gave",
        "need     | está sin papeles | somebody’s status",
        "safety   | undocumented   | somebody’s status"
      })
  void what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost(
      String field, String typed, String told) {
    var form = new HashMap<>(Map.of("given", "Ana", "surnames", "O’Neill <b>", "need", "Bread"));
    form.put(field, typed == null ? "" : typed);
    if (field.equals("given")) {
      form.put("surnames", "");
    }

    add(form);

    assertThat(navigator.status()).isEqualTo(422);
    assertThat(navigator.body()).contains(told).doesNotContain("O’Neill <b>");
    if (!field.equals("given")) {
      assertThat(navigator.body()).contains("O’Neill &lt;b>").contains("value=\"Ana\"");
    }
    assertThat(clientsOf()).isEmpty();
  }

  @Test
  void once_somebody_may_be_told_handing_over_is_what_comes_first() {
    var ana = given.client(harbor, "Ana", "Pérez");
    String begin = "class=\"button\" href=\"/desk/en/referrals/new?client=" + ana;
    assertThat(navigator.open(one(ana)).body())
        .contains("class=\"button\" href=\"%s/consent\"".formatted(one(ana)))
        .doesNotContain(begin);

    given.consent(harbor, ana, valley, GivenClients.NAME_AND_CONTACT);

    assertThat(navigator.open(one(ana)).body())
        .contains(begin, "class=\"quiet\" href=\"%s/consent\"".formatted(one(ana)));
  }

  @Test
  void of_two_who_change_somebody_at_once_the_later_is_told_and_loses_nothing() {
    var ana = given.client(harbor, "Ana", "Pérez");
    navigator.open(one(ana) + "/edit");
    var colleague = signedIn(Role.NAVIGATOR).open(one(ana) + "/edit");
    colleague.send(
        one(ana) + "/edit", Map.of("given", "Ana", "surnames", "Duarte", "version", "1"));

    navigator.send(one(ana) + "/edit", Map.of("given", "Ana", "surnames", "Silva", "version", "1"));

    assertThat(navigator.status()).isEqualTo(422);
    assertThat(navigator.body()).contains("A colleague changed").contains("value=\"Silva\"");
    assertThat(found("Duarte")).hasSize(1);
  }

  @Test
  void whoever_lives_there_is_added_on_the_way_or_taken_from_those_who_are_here() {
    var guerda = given.client(harbor, "Guerda", "Saint-Fleur");
    var wilner = given.client(harbor, "Wilner", "Louis");
    navigator.open(one(guerda) + "/housemate");
    navigator.send(
        HOME + "/new",
        Map.of(
            "given",
            "Jeff",
            "id",
            navigator.valueOf("id"),
            "home",
            guerda.toString(),
            "role",
            "CHILD"));
    assertThat(navigator.address()).isEqualTo(one(guerda));
    assertThat(navigator.body()).contains("Jeff").contains("child");

    navigator.send(one(guerda) + "/home", Map.of("other", wilner.toString(), "role", "PARTNER"));
    assertThat(navigator.body()).contains("Wilner").contains("partner");

    navigator.send(one(guerda) + "/leave-home", Map.of());
    assertThat(GivenClients.navigator(harbor).call(() -> households.home(wilner))).hasSize(2);
  }

  @Test
  void a_consent_is_read_out_before_it_is_given_and_taken_back_in_one_step() {
    var ana = given.client(harbor, "Ana", "Pérez");
    navigator.open(one(ana) + "/consent");
    var form = consentForm();

    navigator.sendAll(one(ana) + "/consent", form);
    assertThat(navigator.body())
        .contains("Èske")
        .contains("May Harbor")
        .contains("Valley Legal Aid");
    assertThat(of(ana)).isEmpty();

    navigator.sendAll(one(ana) + "/consent", with(form, "step", "agreed"));
    assertThat(navigator.body()).contains("Holds until").contains("Widelene Fictional");
    navigator.sendAll(one(ana) + "/consent", with(form, "step", "agreed"));
    assertThat(of(ana))
        .singleElement()
        .satisfies(each -> assertThat(each.shares()).containsExactly(FieldGroup.NAME));

    var consent = of(ana).getFirst().id();
    navigator.send(one(ana) + "/consents/" + consent + "/withdraw", Map.of("how", "WRITTEN"));
    assertThat(navigator.body()).contains("Taken back on").doesNotContain("Holds until");
    assertThat(of(ana).getFirst().withdrawal().orElseThrow().how()).isEqualTo(Consent.How.WRITTEN);
  }

  @ParameterizedTest
  @CsvSource({
    "receiver, , Choose who would be told",
    "receiver, not-an-id, Choose who would be told",
    "shares, PROGRAMS, Choose at least one thing",
    "until, 2020-01-01, from today to a year",
    "until, 2999-01-01, from today to a year",
    "until, soon, from today to a year",
    "language, , in which language"
  })
  void a_consent_that_lacks_something_is_told_and_not_kept(
      String field, String typed, String told) {
    var ana = given.client(harbor, "Ana", "Pérez");
    navigator.open(one(ana) + "/consent");

    navigator.sendAll(
        one(ana) + "/consent",
        with(with(consentForm(), field, typed == null ? "" : typed), "step", "agreed"));

    assertThat(navigator.status()).isEqualTo(422);
    assertThat(navigator.body()).contains(told);
    assertThat(of(ana)).isEmpty();
  }

  @Test
  void at_a_program_for_survivors_a_consent_is_asked_for_a_month_and_at_most_for_three() {
    var lantern = staff.organisation("Lantern of the Consents");
    entries.entry(lantern, "Lantern House").offers("Shelter", Need.SAFETY).listed();
    var ana = given.client(lantern, "Ana", "Pérez");
    navigator = new DeskVisitor(port).with(staff.session(staff.person(lantern, Role.NAVIGATOR)));

    assertThat(navigator.open(one(ana) + "/consent").body())
        .contains("90 days at most", "value=\"%s\"".formatted(given.today().plusDays(30)));
    navigator.sendAll(
        one(ana) + "/consent", with(consentForm(), "until", given.today().plusDays(91).toString()));

    assertThat(navigator.status()).isEqualTo(422);
    assertThat(navigator.body()).contains("from today to 90 days from now");
  }

  @Test
  void a_note_with_what_is_kept_nowhere_is_told_and_stays_in_its_field() {
    var ana = given.client(harbor, "Ana", "Pérez");
    navigator.open(one(ana));

    navigator.send(
        one(ana) + "/notes", Map.of("note", "Her green card came", "id", navigator.valueOf("id")));
    assertThat(navigator.status()).isEqualTo(422);
    assertThat(navigator.body()).contains("somebody’s status").contains("Her green card came");

    navigator.send(
        one(ana) + "/notes",
        Map.of("note", "Wants coats", "id", navigator.valueOf("id"), "audience", "TEAM"));
    assertThat(navigator.status()).isEqualTo(200);
    assertThat(navigator.body()).contains("Wants coats").doesNotContain("green card");
  }

  @Test
  void a_privacy_officer_sees_a_person_and_no_way_to_change_one() {
    var ana = given.client(harbor, "Ana", "Pérez");
    var officer = signedIn(Role.PRIVACY_OFFICER).open(one(ana));

    assertThat(officer.body())
        .contains("Ana Pérez")
        .doesNotContain("/edit")
        .doesNotContain("/notes");
    assertThat(officer.open(HOME + "/new").status()).isEqualTo(404);
    assertThat(signedIn(Role.VOLUNTEER).open(HOME).status()).isEqualTo(404);
  }

  @Test
  void a_privacy_officer_prints_everything_and_erases_it_when_she_is_sure() {
    var ana = given.client(harbor, GivenClients.everythingAbout("Ana", "Pérez", "617-555-0142"));
    given.consent(harbor, ana, valley, GivenClients.NAME_AND_CONTACT);
    var officer = signedIn(Role.PRIVACY_OFFICER).open(one(ana));
    assertThat(officer.body()).contains(one(ana) + "/everything");

    officer.open(one(ana) + "/everything");
    assertThat(officer.body())
        .contains("Rent is two months behind.")
        .contains("617-555-0142")
        .contains("Widelene Fictional")
        .contains("added");
    officer.send(one(ana) + "/erase", Map.of());
    assertThat(officer.status()).isEqualTo(422);
    assertThat(officer.body()).contains("Nothing was erased").contains("Tick the box");

    officer.send(one(ana) + "/erase", Map.of("sure", "yes"));
    assertThat(officer.address()).isEqualTo(HOME);
    assertThat(officer.open(one(ana)).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"es", "pt-BR", "ht", "zh-Hans", "vi", "ar"})
  void each_language_has_the_pages(String tag) {
    var ana = given.client(harbor, GivenClients.everythingAbout("Ana", "Pérez", "617-555-0142"));
    given.consent(harbor, ana, valley, GivenClients.NAME_AND_CONTACT);
    String home = "/desk/" + tag + "/clients";

    for (String page :
        List.of("", "/new", "/" + ana, "/" + ana + "/edit", "/" + ana + "/consent")) {
      assertThat(navigator.open(home + page).status()).as(page).isEqualTo(200);
      assertThat(navigator.body()).contains("lang=\"%s\"".formatted(tag));
    }
    var officer = signedIn(Role.PRIVACY_OFFICER);
    assertThat(officer.open(home + "/" + ana + "/everything").status()).isEqualTo(200);
  }

  @Test
  void neither_the_log_nor_any_title_names_anybody(CapturedOutput log) {
    var ana = given.client(harbor, "Xochiquetzal", "Tlaxcalteca");
    navigator.open(one(ana));

    assertThat(navigator.body()).contains("Xochiquetzal");
    assertThat(navigator.body().replaceAll("(?s).*<title>(.*)</title>.*", "$1"))
        .doesNotContain("Xochiquetzal");
    navigator.open(HOME).send(HOME, Map.of("name", "Xochiquetzal"));
    add(Map.of("given", "Xochiquetzal", "phone", "Tlaxcalteca"));
    assertThat(log.getAll()).doesNotContain("Xochiquetzal", "Tlaxcalteca");
  }

  private void add(Map<String, String> typed) {
    navigator.open(HOME + "/new");
    var form = new HashMap<>(typed);
    form.put("id", navigator.valueOf("id"));
    navigator.send(HOME + "/new", form);
  }

  private List<Map.Entry<String, String>> consentForm() {
    return List.of(
        Map.entry("id", navigator.valueOf("id")),
        Map.entry("receiver", valley.toString()),
        Map.entry("shares", "NAME"),
        Map.entry("until", given.today().plusMonths(3).toString()),
        Map.entry("language", "ht"),
        Map.entry("interpreter", "Widelene Fictional"),
        Map.entry("step", "words"));
  }

  private static List<Map.Entry<String, String>> with(
      List<Map.Entry<String, String>> form, String field, String value) {
    return form.stream()
        .map(each -> each.getKey().equals(field) ? Map.entry(field, value) : each)
        .toList();
  }

  private List<Client> found(String name) {
    return GivenClients.navigator(harbor).call(() -> clients.search(Sought.named(name)));
  }

  private List<Client> clientsOf() {
    return GivenClients.navigator(harbor).call(() -> clients.latest(10));
  }

  private List<Consent> of(UUID client) {
    return GivenClients.navigator(harbor).call(() -> consents.of(client));
  }

  private static String one(UUID id) {
    return HOME + "/" + id;
  }

  private DeskVisitor signedIn(Role role) {
    var person =
        role.isForABoundedTime()
            ? staff.personUntil(harbor, java.util.Optional.of(given.today().plusDays(9)), role)
            : staff.person(harbor, role);
    return new DeskVisitor(port).with(staff.session(person)).open("/desk/en");
  }
}
