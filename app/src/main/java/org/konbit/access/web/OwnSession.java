package org.konbit.access.web;

import org.konbit.access.signin.Sessions;
import org.konbit.access.signin.SignIns.Outcome;
import org.springframework.stereotype.Component;

/** What becomes of the sign-in that the request came with. */
@Component
class OwnSession {
  private final Sessions sessions;

  OwnSession(Sessions sessions) {
    this.sessions = sessions;
  }

  /** Ends it. */
  void end() {
    var who = AtTheDesk.now();
    sessions.end(who.session(), who.person());
  }

  /** Notes a fresh proof, if it is of the person who is signed in. */
  boolean proves(Outcome outcome) {
    var who = AtTheDesk.now();
    boolean isTheirs =
        outcome instanceof Outcome.Proven proven && proven.person().equals(who.person());
    if (isTheirs) {
      sessions.prove(who);
    }
    return isTheirs;
  }
}
