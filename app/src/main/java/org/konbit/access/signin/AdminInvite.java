package org.konbit.access.signin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.konbit.access.Organisations;
import org.konbit.access.Role;
import org.konbit.access.RoleChoice;
import org.konbit.database.Acting;
import org.konbit.vault.OperationRefused;
import org.konbit.vault.Operations;
import org.konbit.vault.OperatorVerb;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * {@code admin invite [ORGANIZATION-ID]}: a way back in where everybody who could invite is gone or
 * has lost what they sign in with. The organization's own audit tells of it.
 */
@Component
@Profile("operation")
class AdminInvite implements OperatorVerb {
  private static final Logger log = LoggerFactory.getLogger(AdminInvite.class);
  private static final List<String> WORDS = List.of("admin", "invite");
  private static final String UNKNOWN =
      "What was given is no organization's id.\nThe desk's page of organizations shows the ids.";
  private static final Duration VALID = Duration.ofDays(1);

  private final Setup setup;
  private final Organisations organisations;
  private final Invitations invitations;

  AdminInvite(Setup setup, Organisations organisations, Invitations invitations) {
    this.setup = setup;
    this.organisations = organisations;
    this.invitations = invitations;
  }

  @Override
  public boolean fits(List<String> given) {
    return given.size() >= WORDS.size()
        && given.size() <= WORDS.size() + 1
        && given.subList(0, WORDS.size()).equals(WORDS);
  }

  @Override
  public String usage() {
    return "admin invite [ID]";
  }

  @Override
  public Operations.Status run(List<String> given) {
    String link =
        given.size() == WORDS.size()
            ? setup.link("invited at the terminal")
            : link(known(given.getLast()));
    log.info("Whoever opens this link first administers it; it works once, for a day: {}", link);
    return Operations.Status.DONE;
  }

  private String link(Organisations.Organisation organisation) {
    return organisation.isCoalition()
        ? setup.link("invited at the terminal")
        : invitations.make(
            new Acting.SystemActor(organisation.id(), "terminal", "invited at the terminal"),
            organisation.name(),
            new RoleChoice(Set.of(Role.ORGANISATION_ADMINISTRATOR), Optional.empty()),
            "en",
            VALID);
  }

  private Organisations.Organisation known(String given) {
    try {
      return organisations
          .one(UUID.fromString(given))
          .orElseThrow(() -> new OperationRefused(UNKNOWN));
    } catch (IllegalArgumentException e) {
      throw new OperationRefused(UNKNOWN, e);
    }
  }
}
