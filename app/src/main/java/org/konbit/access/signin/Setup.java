package org.konbit.access.signin;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.konbit.access.AccessSettings;
import org.konbit.access.Organisations;
import org.konbit.access.Role;
import org.konbit.access.RoleChoice;
import org.konbit.database.Acting;
import org.springframework.stereotype.Component;

/** What must be there before anybody can sign in: the coalition, and a link for who runs it. */
@Component
class Setup {
  private static final UUID NOBODY = new UUID(0, 0);
  private static final Duration VALID = Duration.ofDays(1);

  private final Organisations organisations;
  private final Invitations invitations;
  private final AccessSettings settings;

  Setup(Organisations organisations, Invitations invitations, AccessSettings settings) {
    this.organisations = organisations;
    this.invitations = invitations;
    this.settings = settings;
  }

  /** The coalition, made if need be. */
  UUID coalition() {
    return organisations
        .coalition()
        .map(Organisations.Organisation::id)
        .or(this::found)
        .orElseThrow(() -> new IllegalStateException("The coalition could not be made."));
  }

  private Optional<UUID> found() {
    return new Acting.SystemActor(NOBODY, "setup", "first start")
        .call(() -> organisations.found(settings.name()));
  }

  /** A link, for a day and one use, that makes an administrator of the coalition. */
  String link(String purpose) {
    return invitations.make(
        new Acting.SystemActor(coalition(), "setup", purpose),
        "—",
        new RoleChoice(
            Set.of(Role.ORGANISATION_ADMINISTRATOR, Role.COALITION_ADMINISTRATOR),
            Optional.empty()),
        "en",
        VALID);
  }
}
