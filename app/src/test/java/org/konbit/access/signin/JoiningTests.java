package org.konbit.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.access.Role;
import org.konbit.testing.DeskVisitor;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KonbitTest
class JoiningTests {
  @Autowired private GivenStaff given;
  @Autowired private SettableClock clock;
  @LocalServerPort private int port;

  private String link;
  private int times;

  @BeforeEach
  void anInvitation() {
    link = "/desk/en/invitation/" + invitation();
  }

  @AfterEach
  void back() {
    clock.reset();
  }

  @Test
  void an_invitation_says_who_invites_and_to_what() {
    var visitor = new DeskVisitor(port).open(link);

    assertThat(visitor.status()).isEqualTo(200);
    assertThat(visitor.body()).contains("Harbor Clinic invites you", "Navigator");
  }

  @Test
  void whoever_joins_is_in_and_the_link_is_used_up() {
    var visitor = new DeskVisitor(port).open(link);

    visitor.send(link, filledIn(visitor, "Ana Ejemplo", fresh()));

    assertThat(visitor.address()).isEqualTo("/desk/en/welcome");
    assertThat(visitor.open("/desk/en").body()).contains("Hello, Ana Ejemplo", "Harbor Clinic");
    assertThat(new DeskVisitor(port).open(link).status()).isEqualTo(404);
  }

  @Test
  void nothing_typed_is_lost_and_everything_wrong_is_told_at_once() {
    var visitor = new DeskVisitor(port).open(link);
    var form = filledIn(visitor, "Ana Ejemplo", "ab");
    String secret = form.get("secret");
    form.put("password", "short");
    form.put("code", "12345x");

    visitor.send(link, form);

    assertThat(visitor.status()).isEqualTo(422);
    assertThat(visitor.body())
        .contains("Choose a sign-in name of 3 to 100 characters")
        .contains("The password is too short")
        .contains("This is not the code that your authenticator shows now")
        .contains("value=\"Ana Ejemplo\"")
        .contains("value=\"ab\"");
    assertThat(letters(visitor)).isEqualTo(lettersOf(secret));
    visitor.send(link, filledIn(visitor, "Ana Ejemplo", fresh()));
    assertThat(visitor.address()).isEqualTo("/desk/en/welcome");
  }

  @Test
  void a_sign_in_name_belongs_to_one_person_however_it_is_written() {
    String name = fresh();
    var first = new DeskVisitor(port).open(link);
    first.send(link, filledIn(first, "Ana Ejemplo", name));
    String second = "/desk/en/invitation/" + invitation();
    var visitor = new DeskVisitor(port).open(second);

    visitor.send(
        second, filledIn(visitor, "Bo", "  " + name.toUpperCase(java.util.Locale.ROOT) + " "));

    assertThat(visitor.status()).isEqualTo(422);
    assertThat(visitor.body()).contains("Somebody else has this sign-in name");
  }

  @Test
  void of_many_who_open_one_link_at_once_one_comes_in() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tries =
          IntStream.range(0, 6)
              .mapToObj(i -> {
                // Whoever opens it after the first came in finds it over, and nothing to send.
                var visitor = new DeskVisitor(port).open(link);
                var form = filledIn(visitor, "Number " + i, fresh());
                return (Callable<String>) () -> visitor.send(link, form).address();
              })
              .toList();
      long in = 0;
      for (var each : threads.invokeAll(tries)) {
        in += each.get().equals("/desk/en/welcome") ? 1 : 0;
      }
      assertThat(in).isEqualTo(1);
    }
  }

  @Test
  void a_link_is_over_after_seven_days() {
    clock.pass(Duration.ofDays(7).minusMinutes(1));
    assertThat(new DeskVisitor(port).open(link).status()).isEqualTo(200);

    clock.pass(Duration.ofMinutes(2));

    var visitor = new DeskVisitor(port).open(link);
    assertThat(visitor.status()).isEqualTo(404);
    assertThat(visitor.body()).contains("This invitation is over");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "%3Cscript%3E",
        "..%2f..%2fetc"
      })
  void a_link_that_was_never_made_leads_nowhere_and_tells_nothing(String token) {
    var visitor = new DeskVisitor(port).open("/desk/en/invitation/" + token);

    assertThat(visitor.status()).isIn(400, 404);
    assertThat(visitor.body()).doesNotContain("<script>", "Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zé",
        "María de los Ángeles del Río y García-Núñez",
        "Nguyễn Thị Ánh",
        "محمد بن عبد الله",
        "O’Brien <b>",
        "👩‍👩‍👧 Z̷̡a̷̖l",
        "李"
      })
  void names_are_taken_as_people_write_them(String name) {
    var visitor = new DeskVisitor(port).open(link);

    visitor.send(link, filledIn(visitor, name, fresh()));

    assertThat(visitor.address()).isEqualTo("/desk/en/welcome");
    assertThat(visitor.open("/desk/en").body()).contains(name.replace("<b>", "&lt;b&gt;"));
  }

  @Test
  void what_nobody_sees_is_taken_out_of_names_and_a_name_of_nothing_else_is_none() {
    String name = fresh();
    var visitor = new DeskVisitor(port).open(link);
    visitor.send(link, filledIn(visitor, "\u202e\u0000 \u200b", name));
    assertThat(visitor.status()).isEqualTo(422);
    assertThat(visitor.body()).contains("Write a name.");
    visitor.send(link, filledIn(visitor, "x".repeat(300), name));
    assertThat(visitor.status()).isEqualTo(422);
    assertThat(visitor.body()).contains("Use at most 200 characters", "x".repeat(300));

    visitor.send(link, filledIn(visitor, "Ana\u202e\u0000 Ejemplo\u2066", "\u200b" + name));

    assertThat(visitor.address()).isEqualTo("/desk/en/welcome");
    assertThat(visitor.open("/desk/en").body())
        .contains("Hello, Ana Ejemplo")
        .doesNotContain("\u202e", "\u2066");
    String second = "/desk/en/invitation/" + invitation();
    visitor = new DeskVisitor(port).open(second);
    visitor.send(second, filledIn(visitor, "Bo", name + "\u0000"));
    assertThat(visitor.body()).contains("Somebody else has this sign-in name");
  }

  @Test
  void a_person_of_two_organisations_chooses_and_acts_for_one_at_a_time() {
    var person = given.person(given.organisation("Harbor Clinic"), Role.NAVIGATOR);
    var valley = given.organisation("Valley Legal Aid");
    given.alsoAt(person, valley, Role.AUDITOR);
    var visitor = new DeskVisitor(port).with(given.session(person));

    assertThat(visitor.open("/desk/en").address()).isEqualTo("/desk/en/organisation");
    visitor.send("/desk/en/organisation", Map.of("id", valley.toString()));

    assertThat(visitor.address()).isEqualTo("/desk/en");
    assertThat(visitor.body()).contains("Valley Legal Aid", "Auditor");
    assertThat(visitor.body()).doesNotContain("as: Navigator");
  }

  @Test
  void who_administers_people_anywhere_audits_nowhere() {
    var harbor = given.organisation("Harbor Clinic");
    var valley = given.organisation("Valley Legal Aid");
    var auditor = given.person(valley, Role.AUDITOR);
    var visitor = new DeskVisitor(port).with(given.session(auditor));
    assertThat(visitor.open("/desk/en/audit").status()).isEqualTo(200);

    // An administrator of the one gives it, without knowing of the other.
    given.alsoAt(auditor, harbor, Role.NAVIGATOR);
    given.rolesNow(auditor, harbor, Role.ORGANISATION_ADMINISTRATOR);

    visitor.open("/desk/en/organisation");
    visitor.send("/desk/en/organisation", Map.of("id", valley.toString()));
    assertThat(visitor.body()).contains("Your auditing rests");
    assertThat(visitor.open("/desk/en/audit").status()).isEqualTo(404);
  }

  @Test
  void who_audits_is_not_let_in_to_administer_elsewhere_nor_the_other_way_round() {
    var harbor = given.organisation("Harbor Clinic");
    var valley = given.organisation("Valley Legal Aid");
    var auditor = given.person(valley, Role.AUDITOR);
    var administrator = given.person(valley, Role.ORGANISATION_ADMINISTRATOR);

    assertThat(invited(auditor, harbor, Role.ORGANISATION_ADMINISTRATOR).status()).isEqualTo(422);
    assertThat(invited(administrator, harbor, Role.AUDITOR).body())
        .contains("You administer people at one organization");
    assertThat(invited(administrator, harbor, Role.NAVIGATOR).address())
        .isEqualTo("/desk/en/organisation");
  }

  private DeskVisitor invited(GivenStaff.Person person, java.util.UUID to, Role role) {
    String address = "/desk/en/invitation/" + given.invitation(to, Optional.empty(), role);
    var visitor = new DeskVisitor(port).with(given.session(person)).open(address);
    return visitor.send(address + "/mine", Map.of("name", "Somebody Fictional"));
  }

  @Test
  void nobody_chooses_an_organisation_that_does_not_have_them() {
    var person = given.person(given.organisation("Harbor Clinic"), Role.NAVIGATOR);
    var visitor = new DeskVisitor(port).with(given.session(person));
    visitor.open("/desk/en/organisation");

    visitor.send(
        "/desk/en/organisation", Map.of("id", given.organisation("Valley Legal Aid").toString()));

    assertThat(visitor.status()).isEqualTo(404);
    assertThat(visitor.open("/desk/en").body()).contains("Harbor Clinic");
  }

  private String invitation() {
    return given.invitation(given.organisation("Harbor Clinic"), Optional.empty(), Role.NAVIGATOR);
  }

  private synchronized String fresh() {
    return "newcomer-%d-%s".formatted(++times, Tokens.text(Tokens.random(4)));
  }

  private Map<String, String> filledIn(DeskVisitor visitor, String name, String signInName) {
    var form = new HashMap<String, String>();
    form.put("name", name);
    form.put("signInName", signInName);
    form.put("password", GivenStaff.PASSWORD);
    form.put("secret", found(visitor, "name=\"secret\" value=\"([^\"]+)\""));
    form.put("code", given.codeNow(letters(visitor)));
    return form;
  }

  private String lettersOf(String sealed) {
    return given.lettersOf(sealed);
  }

  private static String letters(DeskVisitor visitor) {
    return found(visitor, "class=\"secret\"[^>]*>([A-Z2-7 ]+)<");
  }

  private static String found(DeskVisitor visitor, String pattern) {
    var matcher = Pattern.compile(pattern).matcher(visitor.body());
    return matcher.find() ? matcher.group(1) : "";
  }
}
