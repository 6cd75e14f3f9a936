package org.konbit.access.signin;

import static org.konbit.testing.DeskCalls.Call.form;
import static org.konbit.testing.DeskCalls.Call.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.konbit.access.Role;
import org.konbit.access.RoleChoice;
import org.konbit.database.Acting;
import org.konbit.testing.DeskCalls;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Component
@Profile("!operation")
class AccessCalls implements DeskCalls {
  private static final String INVITED = "Wovoka Planted-Invitation";
  private static final String NAMED = "Somebody Planted-Person";

  private final GivenStaff given;
  private final Invitations invitations;
  private final Sessions sessions;

  private UUID organisation = new UUID(0, 0);
  private UUID person = new UUID(0, 0);
  private UUID session = new UUID(0, 0);
  private UUID invitation = new UUID(0, 0);

  AccessCalls(GivenStaff given, Invitations invitations, Sessions sessions) {
    this.given = given;
    this.invitations = invitations;
    this.sessions = sessions;
  }

  @Override
  public List<String> plant(UUID organisation) {
    this.organisation = organisation;
    var planted = given.named(organisation, NAMED, Role.NAVIGATOR);
    person = planted.id();
    session = sessions.holder(given.session(planted)).orElseThrow().session();
    var administrator =
        new Acting.Member(
            organisation, UUID.randomUUID(), Set.of("organisation_administrator"), "test");
    administrator.run(() ->
        invitations.invite(
            INVITED, new RoleChoice(Set.of(Role.NAVIGATOR), Optional.empty()), "en"));
    invitation =
        administrator.call(invitations::waiting).stream()
            .filter(each -> each.meantFor().equals(INVITED))
            .map(Invitations.Invitation::id)
            .findFirst()
            .orElseThrow();
    return List.of(INVITED, NAMED);
  }

  @Override
  public List<Call> calls() {
    var id = Map.of("id", person.toString());
    var theirs = Map.of("id", organisation.toString());
    var names = Map.of("name", "Ana", "signInName", "ana-ejemplo");
    var wrong = Map.of("name", "nobody", "password", "nothing", "code", "000000");
    var answer = Map.of("token", "x", "answer", "{}");
    var link = Map.of("token", "x");
    return List.of(
        page("/desk/{lang}/people/{id}", "id", person),
        form("/desk/{lang}/people", Map.of(), Map.of("meantFor", "", "roles", "navigator")),
        form("/desk/{lang}/people/{id}", id, Map.of("roles", "organisation_administrator")),
        form("/desk/{lang}/people/{id}/suspend", id, Map.of()),
        form("/desk/{lang}/people/{id}/reinstate", id, Map.of()),
        form(
            "/desk/{lang}/people/invitations/{id}/withdraw",
            Map.of("id", invitation.toString()),
            Map.of()),
        form("/desk/{lang}/organisation", Map.of(), theirs),
        form("/desk/{lang}/organisations", Map.of(), Map.of("name", "")),
        form("/desk/{lang}/organisations/{id}/suspend", theirs, Map.of()),
        form("/desk/{lang}/organisations/{id}/reinstate", theirs, Map.of()),
        form("/desk/{lang}/organisations/{id}/invite", theirs, Map.of()),
        form("/desk/{lang}/settings/sign-ins/{id}/end", Map.of("id", session.toString()), Map.of()),
        form("/desk/{lang}/settings/recovery-codes", Map.of(), Map.of()),
        form("/desk/{lang}/settings/password", Map.of(), Map.of("password", "short")),
        form("/desk/{lang}/settings/passkeys/passkey-question", Map.of(), Map.of()),
        form("/desk/{lang}/settings/passkeys/passkey", Map.of(), answer),
        form("/desk/{lang}/settings/passkeys/{id}/drop", id, Map.of()),
        form("/desk/{lang}/sign-in", Map.of(), wrong),
        form("/desk/{lang}/sign-in/passkey-question", Map.of(), Map.of()),
        form("/desk/{lang}/sign-in/passkey", Map.of(), answer),
        form("/desk/{lang}/prove", Map.of(), wrong),
        form("/desk/{lang}/prove/passkey-question", Map.of(), Map.of()),
        form("/desk/{lang}/prove/passkey", Map.of(), answer),
        form("/desk/{lang}/sign-out", Map.of(), Map.of()),
        // A link is no id: it lets in whoever has it, and is known to nobody else.
        new Call("GET", "/desk/{lang}/invitation/{token}", link, Map.of()),
        form("/desk/{lang}/invitation/{token}", link, names),
        form("/desk/{lang}/invitation/{token}/passkey-question", link, names),
        form("/desk/{lang}/invitation/{invitation}/passkey", Map.of("invitation", "x"), answer),
        form("/desk/{lang}/invitation/{token}/mine", link, names));
  }
}
