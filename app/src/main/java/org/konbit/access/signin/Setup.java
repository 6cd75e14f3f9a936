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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The first start: makes the coalition, and prints the link that makes its first administrator. */
@Component
@Profile("!rehearsal & !demo")
class Setup {
  private static final Logger log = LoggerFactory.getLogger(Setup.class);
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

  @EventListener
  @Order(0) // before those who look for what is made here
  void offer(ApplicationReadyEvent event) {
    var coalition = coalition();
    if (!invitations.hasAdministrator(coalition)) {
      log.info(
          "Nobody administers this installation yet. Whoever opens this link first will;"
              + " it works once, for a day: {}",
          link(coalition));
    }
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

  private String link(UUID coalition) {
    return invitations.make(
        new Acting.SystemActor(coalition, "setup", "first administrator"),
        "—",
        new RoleChoice(
            Set.of(Role.ORGANISATION_ADMINISTRATOR, Role.COALITION_ADMINISTRATOR),
            Optional.empty()),
        "en",
        VALID);
  }
}
