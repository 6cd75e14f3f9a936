package org.konbit.database;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * For whom, as whom and why work is being done. Every transaction begun inside it tells the
 * database, which shows that organisation's rows and no others.
 *
 * <p>It holds for the thread that entered it and ends with the call, however the call ends. A
 * thread that one starts begins with nobody acting, so what it forgets to say it cannot do.
 */
public sealed interface Acting {
  /**
   * A person at work for one organisation.
   *
   * @param roles the role keys the person holds there, such as {@code navigator}
   * @param purpose why, as the audit notes it, such as {@code casework}
   */
  record Member(UUID organisation, UUID person, Set<String> roles, String purpose)
      implements Acting {
    public Member {
      roles = Set.copyOf(roles);
      roles.forEach(Acting::checkKey);
    }
  }

  /**
   * Konbit itself, for one organisation at a time: a job, a listener, a step that nobody signed in
   * for.
   *
   * @param name which part of it, such as {@code retention}; policies and the audit see {@code
   *     system:retention}
   */
  record SystemActor(UUID organisation, String name, String purpose) implements Acting {
    public SystemActor {
      checkKey(name);
    }
  }

  /** A person who has signed in and not yet chosen an organisation: sees what is theirs alone. */
  record Self(UUID person) implements Acting {}

  /** The organisation whose rows may be seen, if one was chosen. */
  default Optional<UUID> actingFor() {
    return switch (this) {
      case Member member -> Optional.of(member.organisation());
      case SystemActor actor -> Optional.of(actor.organisation());
      case Self _ -> Optional.empty();
    };
  }

  /** The person who acts, unless it is Konbit itself. */
  default Optional<UUID> actingPerson() {
    return switch (this) {
      case Member member -> Optional.of(member.person());
      case SystemActor _ -> Optional.empty();
      case Self self -> Optional.of(self.person());
    };
  }

  /** What the actor may do, as role keys; of Konbit itself {@code system:} and the part's name. */
  default Set<String> actingAs() {
    return switch (this) {
      case Member member -> member.roles();
      case SystemActor actor -> Set.of("system:" + actor.name());
      case Self _ -> Set.of();
    };
  }

  /** Why, as the audit notes it. */
  default String why() {
    return switch (this) {
      case Member member -> member.purpose();
      case SystemActor actor -> actor.purpose();
      case Self _ -> "own sign-in";
    };
  }

  /** Who acts in this thread, if anybody does. */
  static Optional<Acting> current() {
    return CurrentActing.current();
  }

  /**
   * Who acts in this thread.
   *
   * @throws NobodyActs if nobody does
   */
  static Acting now() {
    return current().orElseThrow(NobodyActs::new);
  }

  /**
   * Does the work as this actor and returns its result.
   *
   * @throws IllegalStateException inside a transaction of somebody else, which would go on seeing
   *     that one's rows
   */
  default <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work) throws X {
    if (TransactionSynchronizationManager.isActualTransactionActive()
        && !current().equals(Optional.of(this))) {
      throw new IllegalStateException(
          "A transaction is open for another actor.\nEnd it first: what it sees does not change.");
    }
    return CurrentActing.call(this, work);
  }

  /** Does the work as this actor; see {@link #call}. */
  default void run(Runnable work) {
    call(() -> {
      work.run();
      return this;
    });
  }

  private static void checkKey(String key) {
    if (!CurrentActing.KEY.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "The key (%s) is not lower-case letters, digits, _ and -.".formatted(key));
    }
  }
}
