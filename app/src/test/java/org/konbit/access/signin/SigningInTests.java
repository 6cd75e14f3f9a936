package org.konbit.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff.Person;
import org.konbit.testing.DeskVisitor;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KonbitTest
class SigningInTests {
  private static final Duration A_STEP = Duration.ofSeconds(30);

  @Autowired private GivenStaff given;
  @Autowired private SettableClock clock;
  @LocalServerPort private int port;

  private Person navigator;

  @BeforeEach
  void somebody() {
    navigator = given.person(given.organisation("Harbor Clinic"), Role.NAVIGATOR);
    clock.pass(A_STEP); // the code that joined is used up
  }

  @AfterEach
  void back() {
    clock.reset();
  }

  @Test
  void a_password_with_a_code_leads_to_the_desk() {
    var visitor = tryIt(navigator.signInName(), GivenStaff.PASSWORD, given.code(navigator));

    assertThat(visitor.status()).isEqualTo(200);
    assertThat(visitor.address()).isEqualTo("/desk/en");
    assertThat(visitor.body()).contains("Harbor Clinic", "Navigator");
  }

  @Test
  void the_name_is_found_however_it_is_written() {
    var visitor =
        tryIt(
            "  " + navigator.signInName().toUpperCase(java.util.Locale.ROOT) + " ",
            GivenStaff.PASSWORD,
            given.code(navigator));

    assertThat(visitor.address()).isEqualTo("/desk/en");
  }

  @Test
  void whatever_is_wrong_the_answer_is_the_same() {
    String code = given.code(navigator);
    var answers =
        List.of(
            tryIt("nobody-of-that-name", GivenStaff.PASSWORD, code),
            tryIt(navigator.signInName(), "another lantern mosaic", code),
            tryIt(navigator.signInName(), GivenStaff.PASSWORD, "000000"),
            tryIt(navigator.signInName(), GivenStaff.PASSWORD, ""),
            tryIt(navigator.signInName(), "", code));

    assertThat(answers).allMatch(answer -> answer.status() == 422);
    assertThat(answers.stream().map(answer -> said(answer.body())).distinct()).hasSize(1);
  }

  @Test
  void a_code_lets_in_once() {
    String code = given.code(navigator);
    assertThat(tryIt(navigator.signInName(), GivenStaff.PASSWORD, code).status()).isEqualTo(200);

    assertThat(tryIt(navigator.signInName(), GivenStaff.PASSWORD, code).status()).isEqualTo(422);
  }

  @Test
  void the_name_that_was_typed_stays_and_the_password_does_not() {
    var visitor = tryIt("ana <b>\"", "some password typed", "123456");

    assertThat(visitor.body())
        .contains("value=\"ana &lt;b>&#34;\"")
        .doesNotContain("some password typed");
  }

  @Test
  void after_some_wrong_tries_even_the_right_one_waits_and_then_works() {
    for (int i = 0; i < 5; i++) {
      tryIt(navigator.signInName(), "wrong lantern mosaic", "000000");
    }

    var early = tryIt(navigator.signInName(), GivenStaff.PASSWORD, given.code(navigator));
    assertThat(early.status()).isEqualTo(422);
    assertThat(said(early.body())).contains("Too many tries");
    clock.pass(Duration.ofSeconds(31));
    assertThat(tryIt(navigator.signInName(), GivenStaff.PASSWORD, given.code(navigator)).status())
        .isEqualTo(200);
  }

  @Test
  void an_unknown_name_is_slowed_just_the_same() {
    for (int i = 0; i < 5; i++) {
      tryIt("no such name at all", "wrong lantern mosaic", "000000");
    }

    assertThat(said(tryIt("no such name at all", "x", "0").body())).contains("Too many tries");
  }

  @Test
  void nobody_waits_longer_than_a_quarter_of_an_hour() {
    for (int i = 0; i < 15; i++) {
      tryIt(navigator.signInName(), "wrong lantern mosaic", "000000");
      clock.pass(Duration.ofMinutes(15).plusSeconds(1));
    }

    assertThat(tryIt(navigator.signInName(), GivenStaff.PASSWORD, given.code(navigator)).status())
        .isEqualTo(200);
  }

  @Test
  void a_stranger_who_guesses_does_not_lock_out_a_device_that_is_known() {
    var own = new DeskVisitor(port);
    tryIt(own, navigator.signInName(), GivenStaff.PASSWORD, given.code(navigator));
    clock.pass(A_STEP);
    for (int i = 0; i < 7; i++) {
      tryIt(navigator.signInName(), "wrong lantern mosaic", "000000");
    }

    own.open("/desk/en");
    own.send("/desk/en/sign-out", Map.of());
    var again = tryIt(own, navigator.signInName(), GivenStaff.PASSWORD, given.code(navigator));

    assertThat(again.address()).isEqualTo("/desk/en");
  }

  @Test
  void cookies_go_to_the_desk_alone_and_to_no_script() {
    var visitor = new DeskVisitor(port);
    tryIt(visitor, navigator.signInName(), GivenStaff.PASSWORD, given.code(navigator));

    assertThat(visitor.cookies())
        .extracting(cookie -> cookie.getName())
        .containsExactlyInAnyOrder("konbit_desk", "konbit_device", "konbit_form");
    assertThat(visitor.cookies()).allMatch(cookie -> cookie.getPath().equals("/desk"));
    assertThat(visitor.cookies()).allMatch(cookie -> cookie.isHttpOnly());
  }

  @Test
  void the_public_pages_see_none_of_them() {
    var visitor = new DeskVisitor(port).with(given.session(navigator));

    assertThat(visitor.open("/en").cookiesSet()).isEmpty();
    assertThat(visitor.body()).doesNotContain("Somebody Fictional");
  }

  @Test
  void a_form_without_its_token_or_from_another_site_is_refused() throws Exception {
    var visitor = new DeskVisitor(port).with(given.session(navigator));

    visitor.send("/desk/en/sign-out", Map.of());

    assertThat(visitor.status()).isEqualTo(403);
    assertThat(visitor.open("/desk/en").status()).isEqualTo(200);
  }

  @Test
  void a_desk_left_alone_is_signed_out_after_a_quarter_of_an_hour() {
    var visitor = new DeskVisitor(port).with(given.session(navigator));
    clock.pass(Duration.ofMinutes(14));
    assertThat(visitor.open("/desk/en").address()).isEqualTo("/desk/en");
    clock.pass(Duration.ofMinutes(14));
    assertThat(visitor.open("/desk/en").address()).isEqualTo("/desk/en");

    clock.pass(Duration.ofMinutes(16));

    assertThat(visitor.open("/desk/en").address()).isEqualTo("/desk/en/sign-in?ended");
  }

  @Test
  void whoever_sees_no_clients_has_an_hour_and_everybody_a_working_day() {
    var editor = given.person(given.organisation("Harbor Clinic"), Role.EDITOR);
    var visitor = new DeskVisitor(port).with(given.session(editor));
    for (int i = 0; i < 12; i++) {
      assertThat(visitor.open("/desk/en").address()).isEqualTo("/desk/en");
      clock.pass(Duration.ofMinutes(59));
    }
    clock.pass(Duration.ofMinutes(13));

    assertThat(visitor.open("/desk/en").address()).isEqualTo("/desk/en/sign-in?ended");
  }

  @Test
  void a_time_that_was_bounded_ends_the_day_after() {
    var helper =
        given.personUntil(
            given.organisation("Harbor Clinic"),
            Optional.of(LocalDate.now(clock).plusDays(1)),
            Role.VOLUNTEER);
    assertThat(new DeskVisitor(port).with(given.session(helper)).open("/desk/en").address())
        .isEqualTo("/desk/en");

    clock.pass(Duration.ofDays(2));

    assertThat(new DeskVisitor(port).with(given.session(helper)).open("/desk/en").address())
        .startsWith("/desk/en/sign-in");
  }

  @Test
  void a_copy_of_the_database_opens_no_session_and_shows_no_secret() {
    String session = given.session(navigator);
    String all =
        given.everythingIn("desk_session")
            + given.everythingIn("one_time_code")
            + given.everythingIn("password");

    assertThat(all).isNotEmpty().doesNotContain(session).doesNotContain(GivenStaff.PASSWORD);
    assertThat(all)
        .doesNotContain(java.util.HexFormat.of().formatHex(GivenStaff.secret(navigator.letters())));
  }

  @Test
  void a_person_ends_any_of_their_own_sign_ins_and_nobody_elses() {
    var here = new DeskVisitor(port).with(given.session(navigator));
    var there = new DeskVisitor(port).with(given.session(navigator));
    var stranger = given.person(given.organisation("Valley Legal Aid"), Role.NAVIGATOR);
    var strangers = new DeskVisitor(port).with(given.session(stranger));

    here.open("/desk/en/settings");
    var ids = Pattern.compile("sign-ins/([^/]+)/end").matcher(here.body());
    assertThat(ids.find()).isTrue();
    strangers.open("/desk/en/settings");
    strangers.send("/desk/en/settings/sign-ins/%s/end".formatted(ids.group(1)), Map.of());
    assertThat(there.open("/desk/en").address()).isEqualTo("/desk/en");

    here.send("/desk/en/settings/sign-ins/%s/end".formatted(ids.group(1)), Map.of());

    assertThat(there.open("/desk/en").address()).isEqualTo("/desk/en/sign-in?ended");
    assertThat(here.open("/desk/en").address()).isEqualTo("/desk/en");
  }

  @Test
  void a_recovery_code_stands_for_the_authenticator_once() {
    var visitor = new DeskVisitor(port).with(given.session(navigator));
    visitor.open("/desk/en/welcome");
    visitor.send("/desk/en/settings/recovery-codes", Map.of());
    var codes =
        Pattern.compile("<li>([A-Z2-7]{4}(?:-[A-Z2-7]{4}){3})</li>")
            .matcher(visitor.body())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(codes).hasSize(10);
    assertThat(given.everythingIn("recovery_code")).doesNotContain(codes.getFirst());

    String typed = codes.getFirst().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
    assertThat(tryIt(navigator.signInName(), GivenStaff.PASSWORD, typed).status()).isEqualTo(200);
    assertThat(tryIt(navigator.signInName(), GivenStaff.PASSWORD, typed).status()).isEqualTo(422);
    assertThat(tryIt(navigator.signInName(), "", codes.get(1)).status()).isEqualTo(422);
  }

  @Test
  void changing_how_one_signs_in_wants_a_fresh_proof() {
    var visitor = new DeskVisitor(port).with(given.session(navigator));
    clock.pass(Duration.ofMinutes(11));
    visitor.open("/desk/en/settings");

    visitor.send("/desk/en/settings/recovery-codes", Map.of());
    assertThat(visitor.address()).isEqualTo("/desk/en/prove");
    assertThat(visitor.open("/desk/en/settings/password").address()).isEqualTo("/desk/en/prove");

    visitor.send(
        "/desk/en/prove",
        Map.of(
            "name", navigator.signInName(),
            "password", GivenStaff.PASSWORD,
            "code", given.code(navigator)));
    assertThat(visitor.address()).isEqualTo("/desk/en/settings");
    assertThat(visitor.open("/desk/en/settings/password").address())
        .isEqualTo("/desk/en/settings/password");
  }

  @Test
  void nobody_proves_to_be_somebody_else() {
    var other = given.person(given.organisation("Valley Legal Aid"), Role.NAVIGATOR);
    clock.pass(A_STEP);
    var visitor = new DeskVisitor(port).with(given.session(navigator));
    visitor.open("/desk/en/prove");

    visitor.send(
        "/desk/en/prove",
        Map.of(
            "name", other.signInName(),
            "password", GivenStaff.PASSWORD,
            "code", given.code(other)));

    assertThat(visitor.status()).isEqualTo(422);
  }

  private DeskVisitor tryIt(String name, String password, String code) {
    return tryIt(new DeskVisitor(port), name, password, code);
  }

  private static DeskVisitor tryIt(DeskVisitor visitor, String name, String password, String code) {
    visitor.open("/desk/en/sign-in");
    return visitor.send(
        "/desk/en/sign-in", Map.of("name", name, "password", password, "code", code));
  }

  private static String said(String page) {
    var found =
        Pattern.compile("<div class=\"problems\" role=\"alert\"><p>(.*?)</p>").matcher(page);
    return found.find() ? found.group(1) : "";
  }
}
