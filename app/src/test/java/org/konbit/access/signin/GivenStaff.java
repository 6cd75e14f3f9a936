package org.konbit.access.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.konbit.access.Organisations;
import org.konbit.access.People;
import org.konbit.access.Role;
import org.konbit.access.RoleChoice;
import org.konbit.database.Acting;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Organisations and people for a test, made as the application makes them. */
@Component
@Profile("!operation")
public class GivenStaff {
  public static final String PASSWORD = "harbor lantern mosaic";

  /** Somebody who can sign in by password; {@code letters} are their authenticator's secret. */
  public record Person(UUID id, UUID organisation, String signInName, String letters) {}

  private final Organisations organisations;
  private final Invitations invitations;
  private final Joining joining;
  private final NewCode newCode;
  private final Sessions sessions;
  private final Clock clock;
  private final JdbcClient jdbc;
  private final People people;
  private int made;

  GivenStaff(
      Organisations organisations,
      Invitations invitations,
      Joining joining,
      NewCode newCode,
      Sessions sessions,
      Clock clock,
      JdbcClient jdbc,
      People people) {
    this.people = people;
    this.organisations = organisations;
    this.invitations = invitations;
    this.joining = joining;
    this.newCode = newCode;
    this.sessions = sessions;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  public UUID coalition() {
    return organisations.coalition().orElseThrow().id();
  }

  /** A partner of this name, made unless it is there. */
  public UUID organisation(String name) {
    return organisations.all().stream()
        .filter(each -> each.name().equals(name))
        .map(Organisations.Organisation::id)
        .findFirst()
        .orElseGet(() ->
            new Acting.Member(
                    coalition(), UUID.randomUUID(), Set.of("coalition_administrator"), "test")
                .call(() -> organisations.admit(name).orElseThrow()));
  }

  /** An invitation's token. */
  public String invitation(UUID organisation, Optional<LocalDate> until, Role... roles) {
    String link =
        invitations.make(
            new Acting.Member(organisation, UUID.randomUUID(), Set.of(), "test"),
            "somebody",
            new RoleChoice(Set.of(roles), until),
            "en",
            Duration.ofDays(7));
    return link.substring(link.lastIndexOf('/') + 1);
  }

  /** Somebody in these roles, who can sign in by password. */
  public Person person(UUID organisation, Role... roles) {
    return personUntil(organisation, Optional.empty(), roles);
  }

  public Person personUntil(UUID organisation, Optional<LocalDate> until, Role... roles) {
    return join(organisation, "Somebody Fictional", until, roles);
  }

  /** Somebody under this name. */
  public Person named(UUID organisation, String name, Role... roles) {
    return join(organisation, name, Optional.empty(), roles);
  }

  private synchronized Person join(
      UUID organisation, String called, Optional<LocalDate> until, Role... roles) {
    String name = "person-%d-%s".formatted(++made, Tokens.text(Tokens.random(4)));
    var invitation = invitations.open(invitation(organisation, until, roles)).orElseThrow();
    var offer = newCode.offer();
    var outcome =
        joining.byPassword(
            invitation,
            new Joining.Names(called, name),
            PASSWORD,
            offer.sealed(),
            codeNow(offer.letters()));
    return switch (outcome) {
      case Joining.Outcome.Joined(UUID id) -> new Person(id, organisation, name, offer.letters());
      case Joining.Outcome.Refused(var problems) ->
          throw new IllegalStateException(problems.toString());
    };
  }

  /** Somebody who takes up an invitation that the pages would have refused to make. */
  public void invitationTaken(UUID organisation, Role... roles) {
    person(organisation, roles);
  }

  /** A further organisation for somebody. */
  public void alsoAt(Person person, UUID organisation, Role... roles) {
    var invitation =
        invitations.open(invitation(organisation, Optional.empty(), roles)).orElseThrow();
    var who = sessions.holder(session(person)).orElseThrow();
    joining.asMyself(invitation, who, "Somebody Fictional");
  }

  /** Gives somebody other roles at an organisation, as its administrator does. */
  public void rolesNow(Person person, UUID organisation, Role... roles) {
    new Acting.Member(organisation, UUID.randomUUID(), Set.of("organisation_administrator"), "test")
        .run(() -> people.change(person.id(), new RoleChoice(Set.of(roles), Optional.empty())));
  }

  /** Signs somebody in and returns the cookie's value. */
  public String session(Person person) {
    return sessions.begin(person.id(), Means.PASSKEY, "Test, Linux");
  }

  /** What the person's authenticator shows now. */
  public String code(Person person) {
    return codeNow(person.letters());
  }

  /** What an authenticator of this secret shows now. */
  public String codeNow(String letters) {
    return OneTimeCodes.at(secret(letters), clock.instant().getEpochSecond() / 30);
  }

  /** The letters of a secret that a form carries sealed. */
  public String lettersOf(String sealed) {
    return newCode.again(sealed).letters();
  }

  static byte[] secret(String letters) {
    String plain = letters.replace(" ", "");
    var bytes = new byte[plain.length() * 5 / 8];
    int bits = 0;
    int waiting = 0;
    int at = 0;
    for (int i = 0; i < plain.length(); i++) {
      bits = (bits << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(plain.charAt(i));
      waiting += 5;
      if (waiting >= 8) {
        waiting -= 8;
        bytes[at++] = (byte) (bits >> waiting);
      }
    }
    return bytes;
  }

  /** Everything a table holds, as text, for tests that look for what must not be there. */
  public String everythingIn(String table) {
    return jdbc.sql("SELECT string_agg(t::text, '') FROM %s t".formatted(table))
        .query(String.class)
        .optional()
        .orElse("");
  }
}
