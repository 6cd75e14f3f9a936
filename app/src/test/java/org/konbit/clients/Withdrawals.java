package org.konbit.clients;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever shared by consents, and hears that one was withdrawn. */
@Component
@Profile("!operation")
class Withdrawals {
  /** What was shared could not be taken back. */
  static final class CannotTakeBack extends RuntimeException {}

  private final List<ConsentWithdrawn> heard = new CopyOnWriteArrayList<>();
  private volatile boolean fails;

  @EventListener
  void hear(ConsentWithdrawn withdrawn) {
    if (fails) {
      throw new CannotTakeBack();
    }
    heard.add(withdrawn);
  }

  List<ConsentWithdrawn> heard() {
    return List.copyOf(heard);
  }

  void failNext() {
    fails = true;
  }

  void forget() {
    heard.clear();
    fails = false;
  }
}
