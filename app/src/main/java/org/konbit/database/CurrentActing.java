package org.konbit.database;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where the thread's actor is kept. */
final class CurrentActing {
  // They are handed to the database joined by commas.
  static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_-]*");

  private static final ScopedValue<Acting> CURRENT = ScopedValue.newInstance();

  private CurrentActing() {}

  static Optional<Acting> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  static <T, X extends Throwable> T call(Acting actor, ScopedValue.CallableOp<? extends T, X> work)
      throws X {
    return ScopedValue.where(CURRENT, actor).call(work);
  }
}
