package org.konbit.directory.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff;
import org.konbit.directory.Need;
import org.konbit.directory.entry.Entries;
import org.konbit.directory.entry.Freshness;
import org.konbit.directory.entry.GivenEntries;
import org.konbit.directory.entry.GivenEntries.Given;
import org.konbit.directory.entry.Whole;
import org.konbit.testing.DeskVisitor;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KonbitTest
class KeptPagesTests {
  @LocalServerPort private int port;
  @Autowired private GivenStaff staff;
  @Autowired private GivenEntries given;
  @Autowired private Entries entries;
  @Autowired private SettableClock clock;

  private UUID harbor;
  private DeskVisitor navigator;
  private Given own;

  @BeforeEach
  void aNavigatorAndHerOrganisationsEntry() {
    harbor = staff.organisation("Harbor Clinic");
    own =
        given
            .entry(harbor, "Harbor Clinic")
            .offers("Check-ups", Need.CARE)
            .in("Lynn, MA")
            .unconfirmed()
            .listed();
    navigator = signedIn(harbor, Role.NAVIGATOR);
  }

  @AfterEach
  void backToThePresent() {
    clock.reset();
  }

  @Test
  void a_navigator_confirms_her_organisations_entry_and_readers_see_it() {
    assertThat(navigator.open(home()).body()).contains("Not confirmed yet");

    navigator.send(home() + "/confirm", Map.of());

    assertThat(navigator.status()).isEqualTo(200);
    var now = whole().entry();
    assertThat(now.confirmation().orElseThrow().byName()).isEqualTo("Harbor Clinic");
    assertThat(navigator.open("/en/help/" + own.entry()).body()).contains("by Harbor Clinic");
  }

  @Test
  void after_half_a_year_the_list_asks_to_confirm_again_and_after_a_year_it_is_hidden() {
    navigator.open(home()).send(home() + "/confirm", Map.of());

    clock.pass(Duration.ofDays(200));
    assertThat(whole().entry().freshness(today())).isEqualTo(Freshness.STALE);

    clock.pass(Duration.ofDays(200));
    assertThat(whole().entry().isShown(today())).isFalse();
    var back = signedIn(harbor, Role.NAVIGATOR);
    assertThat(back.open("/desk/en/directory").body()).contains("nobody confirmed it");

    back.open(home()).send(home() + "/confirm", Map.of());
    assertThat(whole().entry().isShown(today())).isTrue();
  }

  @Test
  void a_service_is_added_with_times_closures_and_languages() {
    navigator.open(home() + "/services/new");
    navigator.sendAll(home() + "/services/new", service());

    assertThat(navigator.address()).isEqualTo(home());
    var made =
        whole().services().stream()
            .filter(each -> each.name().equals("Evening course"))
            .findFirst()
            .orElseThrow();
    assertThat(made.needs()).containsExactly(Need.ENGLISH);
    assertThat(made.languages()).containsExactlyInAnyOrder("pt", "ht");
    assertThat(made.hours().orElseThrow().weekly().getFirst().days()).hasSize(2);
    assertThat(made.hours().orElseThrow().closures()).hasSize(1);
    assertThat(made.intake()).isPresent();
    assertThat(made.document().list("required_documents")).hasSize(2);
    assertThat(navigator.open("/en/help/" + own.entry()).body())
        .contains("Evening course")
        .contains("Monday and Wednesday")
        .contains("From 18 years of age");
  }

  @Test
  void what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost() {
    var fields = new ArrayList<>(service());
    fields.removeIf(each -> List.of("need", "day0").contains(each.getKey()));
    fields.add(Map.entry("ageTo", "7"));

    navigator.open(home() + "/services/new").sendAll(home() + "/services/new", fields);

    assertThat(navigator.status()).isEqualTo(422);
    assertThat(navigator.body())
        .contains("href=\"#need\"")
        .contains("href=\"#day0\"")
        .contains("The second age is below the first.")
        .contains("value=\"Evening course\"")
        .contains("value=\"18:00\"");
  }

  @ParameterizedTest
  @CsvSource({
    "phone, call Ana, Write digits",
    "email, nobody, This is not an e-mail address",
    "website, javascript:alert(1), Write the whole address",
    "name, '', This cannot be empty"
  })
  void an_organisation_cannot_say_what_cannot_be(String field, String typed, String told) {
    var fields = new java.util.HashMap<>(Map.of("name", "Harbor", "about", "We help."));
    fields.put(field, typed);

    navigator.open(home() + "/edit").send(home() + "/edit", fields);

    assertThat(navigator.status()).isEqualTo(422);
    assertThat(navigator.body()).contains(told).contains("aria-invalid=\"true\"");
  }

  @ParameterizedTest
  @CsvSource({
    "Har\u202ebor\u0007 Cli\u2066nic, Harbor Clinic, Harbor Clinic",
    "<script>alert(1)</script>, <script>alert(1)</script>, &lt;script&gt;",
    "'=HYPERLINK(\"x\")', '=HYPERLINK(\"x\")', =HYPERLINK",
    "Нarbоr Сlinic, Нarbоr Сlinic, Нarbоr",
    "👩‍👧 Harbor, 👩‍👧 Harbor, 👩‍👧"
  })
  void a_name_is_kept_as_it_is_written_without_what_hides_it(
      String typed, String kept, String shown) {
    navigator.open(home() + "/edit").send(home() + "/edit", Map.of("name", typed, "about", typed));

    assertThat(whole().entry().name()).isEqualTo(kept);
    assertThat(navigator.open("/ar/help/" + own.entry()).body())
        .contains(shown)
        .doesNotContain("<script>alert", "\u202e", "\u2066");
  }

  @Test
  void a_name_of_ten_thousand_letters_is_told_and_not_lost() {
    String name = "n".repeat(10_000);

    navigator.open(home() + "/edit").send(home() + "/edit", Map.of("name", name, "about", "x"));

    assertThat(navigator.status()).isEqualTo(422);
    assertThat(navigator.body()).contains(name).contains("aria-invalid=\"true\"");
    assertThat(whole().entry().name()).isEqualTo("Harbor Clinic");
  }

  @Test
  void a_place_is_put_on_the_map_by_its_zip_code_and_removed_without_its_services() {
    navigator
        .open(home() + "/places/new")
        .send(home() + "/places/new", Map.of("street", "2 Elm Street", "zip", "01702"));
    var made =
        whole().locations().stream()
            .filter(each -> each.town().orElse("").equals("Framingham"))
            .findFirst()
            .orElseThrow();
    assertThat(made.point()).isPresent();

    var lynn = whole().services().getFirst().places().getFirst();
    navigator.open(home()).send(home() + "/places/" + lynn + "/remove", Map.of());

    assertThat(whole().services()).hasSize(1);
    assertThat(whole().services().getFirst().places()).isEmpty();
    assertThat(whole().locations()).hasSize(1);
  }

  @Test
  void a_zip_code_of_elsewhere_is_refused() {
    navigator
        .open(home() + "/places/new")
        .send(home() + "/places/new", Map.of("street", "1 Sunset Boulevard", "zip", "90210"));

    assertThat(navigator.status()).isEqualTo(422);
    assertThat(navigator.body()).contains("This is no ZIP code").contains("1 Sunset Boulevard");
  }

  @Test
  void a_service_whose_place_is_secret_keeps_no_place() {
    var fields = new ArrayList<>(service());
    fields.removeIf(each -> each.getKey().equals("place"));
    fields.add(Map.entry("place", "secret"));
    String address = home() + "/services/" + own.service();

    navigator.open(address).sendAll(address, fields);

    var now = whole().service(own.service()).orElseThrow();
    assertThat(now.isPlaceSecret()).isTrue();
    assertThat(now.places()).isEmpty();
    assertThat(whole().locations()).as("where it was, which nothing else uses").isEmpty();
    for (String out : List.of("/en/help/" + own.entry(), "/hsds/v3/organizations/" + own.entry())) {
      assertThat(navigator.open(out).body()).doesNotContain("1 Harbor Street").contains("Harbor");
    }
  }

  @Test
  void another_organisations_entry_is_not_here_whatever_is_sent() {
    var valley = signedIn(staff.organisation("Valley Legal Aid"), Role.NAVIGATOR);
    var before = whole();

    assertThat(valley.open(home()).status()).isEqualTo(404);
    valley.open("/desk/en/directory");
    for (String act :
        List.of(
            "/confirm",
            "/withdraw",
            "/edit",
            "/services/new",
            "/services/" + own.service(),
            "/services/" + own.service() + "/remove",
            "/places/new")) {
      valley.open("/desk/en/directory");
      assertThat(valley.sendAll(home() + act, service()).status()).as(act).isEqualTo(404);
    }
    assertThat(whole()).isEqualTo(before);
  }

  @Test
  void a_role_that_keeps_nothing_does_not_find_the_section() {
    var auditor = signedIn(harbor, Role.AUDITOR);

    assertThat(auditor.open("/desk/en").body()).doesNotContain("/desk/en/directory");
    assertThat(auditor.open("/desk/en/directory").status()).isEqualTo(404);
  }

  @Test
  void the_coalition_hands_an_entry_over_with_all_that_hangs_from_it() {
    var shipped = given.entry(staff.coalition(), "Somewhere").in("Salem, MA").listed();
    var valley = staff.organisation("Valley Legal Aid");
    var mirela = signedIn(staff.coalition(), Role.COALITION_ADMINISTRATOR);
    String address = "/desk/en/directory/" + shipped.entry();

    mirela.open(address).send(address + "/hand-over", Map.of("to", valley.toString()));

    var now = entries.wholes(List.of(shipped.entry())).getFirst();
    assertThat(now.entry().keeper()).isEqualTo(valley);
    assertThat(now.services()).allMatch(each -> each.keeper().equals(valley));
    assertThat(now.locations()).allMatch(each -> each.keeper().equals(valley));
    assertThat(mirela.open(address).status()).isEqualTo(404);
    assertThat(signedIn(valley, Role.NAVIGATOR).open(address).status()).isEqualTo(200);
  }

  @Test
  void nobody_but_the_coalition_hands_an_entry_over() {
    var valley = staff.organisation("Valley Legal Aid");

    navigator.open(home()).send(home() + "/hand-over", Map.of("to", valley.toString()));

    assertThat(navigator.status()).isEqualTo(404);
    assertThat(whole().entry().keeper()).isEqualTo(harbor);
  }

  private static List<Map.Entry<String, String>> service() {
    return List.of(
        Map.entry("name", "Evening course"),
        Map.entry("need", "english"),
        Map.entry("language", "pt"),
        Map.entry("language", "ht"),
        Map.entry("intake", "open"),
        Map.entry("ageFrom", "18"),
        Map.entry("documents", "Nothing\nA pen"),
        Map.entry("day0", "1"),
        Map.entry("day0", "3"),
        Map.entry("opens0", "18:00"),
        Map.entry("closes0", "20:00"),
        Map.entry("shutFrom0", "2026-12-24"),
        Map.entry("shutUntil0", "2027-01-02"),
        Map.entry("shutReason0", "Holidays"),
        Map.entry("status", "active"));
  }

  private DeskVisitor signedIn(UUID organisation, Role role) {
    return new DeskVisitor(port).with(staff.session(staff.person(organisation, role)));
  }

  private String home() {
    return "/desk/en/directory/" + own.entry();
  }

  private Whole whole() {
    return entries.wholes(List.of(own.entry())).getFirst();
  }

  private java.time.LocalDate today() {
    return java.time.LocalDate.now(clock);
  }
}
