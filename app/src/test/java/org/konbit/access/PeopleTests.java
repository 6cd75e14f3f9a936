package org.konbit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.konbit.access.RoleChoice.Problem;
import org.konbit.access.signin.GivenStaff;
import org.konbit.access.signin.GivenStaff.Person;
import org.konbit.access.signin.Invitations;
import org.konbit.database.Acting;
import org.konbit.testing.DeskVisitor;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;

@KonbitTest
class PeopleTests {
  @Autowired private GivenStaff given;
  @Autowired private People people;
  @Autowired private Organisations organisations;
  @Autowired private Invitations invitations;
  @Autowired private SettableClock clock;
  @LocalServerPort private int port;

  private UUID harbor;
  private Person administrator;
  private Person navigator;

  @BeforeEach
  void anOrganisation() {
    harbor = given.organisation("Harbor Clinic");
    administrator = given.person(harbor, Role.ORGANISATION_ADMINISTRATOR);
    navigator = given.person(harbor, Role.NAVIGATOR);
  }

  @AfterEach
  void back() {
    clock.reset();
  }

  @Test
  void a_suspension_ends_every_sign_in_midway_and_loses_nothing() {
    var visitor = new DeskVisitor(port).with(given.session(navigator));
    assertThat(visitor.open("/desk/en").status()).isEqualTo(200);

    asAdministrator().run(() -> people.suspend(navigator.id()));

    assertThat(visitor.open("/desk/en").address()).startsWith("/desk/en/sign-in");
    assertThat(new DeskVisitor(port).with(given.session(navigator)).open("/desk/en").address())
        .startsWith("/desk/en/sign-in");
    var still = asAdministrator().call(() -> people.one(navigator.id()));
    assertThat(still.isSuspended()).isTrue();
    assertThat(still.roles()).containsExactly(Role.NAVIGATOR);

    asAdministrator().run(() -> people.reinstate(navigator.id()));
    assertThat(new DeskVisitor(port).with(given.session(navigator)).open("/desk/en").address())
        .isEqualTo("/desk/en");
  }

  @Test
  void new_roles_hold_from_the_next_request() {
    var visitor = new DeskVisitor(port).with(given.session(navigator));
    assertThat(visitor.open("/desk/en/people").status()).isEqualTo(404);

    change(navigator, Role.ORGANISATION_ADMINISTRATOR);

    assertThat(visitor.open("/desk/en/people").status()).isEqualTo(200);
  }

  @Test
  void who_administers_people_is_never_the_auditor() {
    assertThat(change(navigator, Role.AUDITOR, Role.ORGANISATION_ADMINISTRATOR))
        .containsExactly(Problem.AUDITOR_APART);
    assertThat(asAdministrator().call(() -> people.one(navigator.id())).roles())
        .containsExactly(Role.NAVIGATOR);
  }

  @Test
  void the_database_itself_keeps_the_auditor_apart() {
    assertThatThrownBy(
            () -> given.invitationTaken(harbor, Role.AUDITOR, Role.ORGANISATION_ADMINISTRATOR))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("membership_auditor_apart");
  }

  @Test
  void volunteers_and_interpreters_come_for_a_bounded_time() {
    var today = LocalDate.now(clock);

    assertThat(change(navigator, Role.VOLUNTEER)).containsExactly(Problem.UNTIL_MISSING);
    assertThat(changeUntil(today.minusDays(1), Role.INTERPRETER))
        .containsExactly(Problem.UNTIL_PAST);
    assertThat(changeUntil(today.plusYears(1).plusDays(1), Role.INTERPRETER))
        .containsExactly(Problem.UNTIL_FAR);
    assertThat(changeUntil(today, Role.INTERPRETER)).isEmpty();
  }

  @Test
  void nobody_changes_or_shuts_out_themselves_so_one_administrator_is_always_left() {
    assertThatThrownBy(() -> change(administrator, Role.ORGANISATION_ADMINISTRATOR, Role.NAVIGATOR))
        .isInstanceOf(NotHere.class);
    assertThatThrownBy(() -> asAdministrator().run(() -> people.suspend(administrator.id())))
        .isInstanceOf(NotHere.class);
  }

  @Test
  void only_the_coalition_names_its_administrators_and_only_at_the_coalition() {
    assertThat(change(navigator, Role.COALITION_ADMINISTRATOR)).containsExactly(Problem.COALITION);

    var both = Set.of("organisation_administrator", "coalition_administrator");
    var crafty = new Acting.Member(harbor, UUID.randomUUID(), both, "test");
    assertThatThrownBy(() ->
            crafty.call(() ->
                people.change(
                    navigator.id(),
                    new RoleChoice(Set.of(Role.COALITION_ADMINISTRATOR), Optional.empty()))))
        .rootCause()
        .hasMessageContaining("row-level security policy");
  }

  @Test
  void the_coalition_invites_a_first_administrator_and_no_second() {
    var fresh = given.organisation("Organisation " + UUID.randomUUID());
    var coalition =
        new Acting.Member(
            given.coalition(), UUID.randomUUID(), Set.of("coalition_administrator"), "test");

    assertThat(coalition.call(() -> invitations.inviteFirstAdministrator(fresh, "x", "en")))
        .isPresent();
    given.person(fresh, Role.ORGANISATION_ADMINISTRATOR);

    assertThat(coalition.call(() -> invitations.inviteFirstAdministrator(fresh, "x", "en")))
        .isEmpty();
  }

  @Test
  void a_partner_that_is_paused_shuts_out_all_its_people_at_once() {
    var paused = given.organisation("Organisation " + UUID.randomUUID());
    var worker = given.person(paused, Role.NAVIGATOR);
    var visitor = new DeskVisitor(port).with(given.session(worker));
    var coalition =
        new Acting.Member(
            given.coalition(), UUID.randomUUID(), Set.of("coalition_administrator"), "test");

    coalition.run(() -> organisations.suspend(paused, true));
    assertThat(visitor.open("/desk/en").address()).startsWith("/desk/en/sign-in");

    coalition.run(() -> organisations.suspend(paused, false));
    assertThat(new DeskVisitor(port).with(given.session(worker)).open("/desk/en").address())
        .isEqualTo("/desk/en");
  }

  @Test
  void an_organisation_or_an_invitation_is_named_by_what_can_be_seen() {
    var coalition = given.person(given.coalition(), Role.COALITION_ADMINISTRATOR);
    var page = "/desk/en/organisations";
    var visitor = new DeskVisitor(port).with(given.session(coalition)).open(page);
    String name = "Lantern " + UUID.randomUUID();
    visitor.send(page, Map.of("name", "\u202e" + name + "\u0000"));
    assertThat(visitor.status()).isEqualTo(200);
    assertThat(visitor.body()).contains("<bdi>" + name + "</bdi>").doesNotContain("\u202e");
    visitor.send(page, Map.of("name", name + "\u200b"));
    assertThat(visitor.body()).contains("There is an organization of this name already");
    visitor.send(page, Map.of("name", "\ud83d\ude00".repeat(101)));
    assertThat(visitor.body()).contains("Use at most 200 characters", "\ud83d\ude00");

    var invites = new DeskVisitor(port).with(given.session(administrator)).open("/desk/en/people");
    invites.send("/desk/en/people", Map.of("meantFor", "\u0000\u202e", "roles", "navigator"));
    assertThat(invites.body()).contains("Write a name.");
    invites.send("/desk/en/people", Map.of("meantFor", "Zoë\u202e <b>", "roles", "navigator"));
    assertThat(invites.open("/desk/en/people").body())
        .contains("<bdi>Zoë &lt;b&gt;</bdi>")
        .doesNotContain("\u202e");
  }

  @Test
  void an_invitation_is_shown_once_and_can_be_withdrawn() {
    var visitor = new DeskVisitor(port).with(given.session(administrator));
    visitor.open("/desk/en/people");
    visitor.send("/desk/en/people", Map.of("meantFor", "Bo the new one", "roles", "navigator"));
    String link =
        visitor.body().replaceAll("(?s).*value=\"(http[^\"]*/invitation/[^\"]+)\".*", "$1");
    assertThat(new DeskVisitor(port).open(link).status()).isEqualTo(200);

    visitor.open("/desk/en/people");
    assertThat(visitor.body()).contains("Bo the new one").doesNotContain(link);
    String withdraw =
        visitor.body().replaceAll("(?s).*action=\"([^\"]*/invitations/[^\"]+/withdraw)\".*", "$1");
    visitor.send(withdraw, Map.of());

    assertThat(new DeskVisitor(port).open(link).status()).isEqualTo(404);
  }

  @Test
  void what_was_chosen_stays_when_something_is_wrong() {
    var visitor = new DeskVisitor(port).with(given.session(administrator));
    visitor.open("/desk/en/people");

    visitor.sendAll(
        "/desk/en/people",
        List.of(
            Map.entry("meantFor", "Bo <script>"),
            Map.entry("roles", "volunteer"),
            Map.entry("roles", "editor"),
            Map.entry("until", "next spring")));

    assertThat(visitor.status()).isEqualTo(422);
    assertThat(visitor.body())
        .contains("“next spring” is not a date")
        .contains("value=\"Bo &lt;script>\"")
        .containsPattern("id=\"role-volunteer\"[^>]*checked")
        .containsPattern("id=\"role-editor\"[^>]*checked")
        .doesNotContainPattern("id=\"role-navigator\"[^>]*checked");
  }

  /** Whoever is nobody's administrator learns nothing of people, by any address. */
  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ORGANISATION_ADMINISTRATOR", "COALITION_ADMINISTRATOR", "VOLUNTEER", "INTERPRETER"})
  void every_other_role_finds_nothing_there(Role role) {
    var visitor = new DeskVisitor(port).with(given.session(given.person(harbor, role)));
    visitor.open("/desk/en/settings");

    for (String address :
        List.of("/desk/en/people", "/desk/en/people/" + navigator.id(), "/desk/en/organisations")) {
      assertThat(visitor.open(address).status()).as(address).isEqualTo(404);
    }
    visitor.open("/desk/en/settings");
    visitor.send("/desk/en/people/%s/suspend".formatted(navigator.id()), Map.of());
    assertThat(visitor.status()).isEqualTo(404);
    assertThat(asAdministrator().call(() -> people.one(navigator.id())).isSuspended()).isFalse();
  }

  @Test
  void another_organisations_people_are_not_found_and_look_like_nobody_at_all() {
    var stranger = given.person(given.organisation("Valley Legal Aid"), Role.NAVIGATOR);
    var visitor = new DeskVisitor(port).with(given.session(administrator));

    String theirs = visitor.open("/desk/en/people/" + stranger.id()).body();
    assertThat(visitor.status()).isEqualTo(404);
    String nobodys = visitor.open("/desk/en/people/" + UUID.randomUUID()).body();

    assertThat(theirs).isEqualTo(nobodys);
  }

  private List<Problem> change(Person person, Role... roles) {
    return asAdministrator()
        .call(() -> people.change(person.id(), new RoleChoice(Set.of(roles), Optional.empty())));
  }

  private List<Problem> changeUntil(LocalDate until, Role role) {
    return asAdministrator()
        .call(
            () -> people.change(navigator.id(), new RoleChoice(Set.of(role), Optional.of(until))));
  }

  private Acting asAdministrator() {
    return new Acting.Member(
        harbor, administrator.id(), Set.of("organisation_administrator"), "test");
  }
}
