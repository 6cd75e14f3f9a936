package org.konbit.access.signin;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Prints the link that makes the first administrator, until somebody has taken it up. */
@Component
@Profile("!operation & !demo")
class FirstStart {
  private static final Logger log = LoggerFactory.getLogger(FirstStart.class);

  private final Setup setup;
  private final Invitations invitations;

  FirstStart(Setup setup, Invitations invitations) {
    this.setup = setup;
    this.invitations = invitations;
  }

  @EventListener
  @Order(0) // before those who look for what is made here
  void offer(ApplicationReadyEvent event) {
    if (!invitations.hasAdministrator(setup.coalition())) {
      log.info(
          "Nobody administers this installation yet. Whoever opens this link first will;"
              + " it works once, for a day: {}",
          setup.link("first administrator"));
    }
  }
}
