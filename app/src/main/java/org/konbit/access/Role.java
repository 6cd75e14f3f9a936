package org.konbit.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konbit.database.Acting;

/**
 * What a person may do at an organisation. Nobody may do more than their roles say; most people
 * hold one.
 */
public enum Role {
  NAVIGATOR(Sees.CLIENTS),
  LEGAL_STAFF(Sees.CLIENTS),
  LEGAL_SUPERVISOR(Sees.CLIENTS),
  PROGRAMME_MANAGER(Sees.CLIENTS),
  FINANCE_APPROVER(Sees.CLIENTS),
  RESEARCHER(Sees.NO_CLIENTS),
  EDITOR(Sees.NO_CLIENTS),
  TRANSLATOR(Sees.NO_CLIENTS),
  REVIEWER(Sees.NO_CLIENTS),
  ORGANISER(Sees.NO_CLIENTS),
  /** For a bounded time. */
  VOLUNTEER(Sees.CLIENTS),
  /** For a bounded time. */
  INTERPRETER(Sees.CLIENTS),
  PRIVACY_OFFICER(Sees.CLIENTS),
  /** Reads what was done; never together with a role that administers people. */
  AUDITOR(Sees.NO_CLIENTS),
  ORGANISATION_ADMINISTRATOR(Sees.NO_CLIENTS),
  /** At the coalition itself: admits partners, and sees none of their people or clients. */
  COALITION_ADMINISTRATOR(Sees.NO_CLIENTS);

  private enum Sees {
    CLIENTS,
    NO_CLIENTS
  }

  private final Sees sees;

  Role(Sees sees) {
    this.sees = sees;
  }

  /** The role's name in tables, messages and forms: {@code legal_staff}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role's message key, {@code access.role.legal-staff}. */
  public String messageKey() {
    return "access.role." + key().replace('_', '-');
  }

  /** Whether a person in this role sees client records, and so is signed out sooner. */
  public boolean seesClients() {
    return sees == Sees.CLIENTS;
  }

  /** Whether it is only ever given until a day. */
  public boolean isForABoundedTime() {
    return this == VOLUNTEER || this == INTERPRETER;
  }

  /** Whether a person in this role decides who may sign in. */
  public boolean administersPeople() {
    return this == ORGANISATION_ADMINISTRATOR || this == COALITION_ADMINISTRATOR;
  }

  /** Whether whoever acts in this thread holds it. */
  public boolean isHeld() {
    return Acting.current().filter(actor -> actor.actingAs().contains(key())).isPresent();
  }

  /**
   * Goes on only if whoever acts in this thread holds it.
   *
   * @throws NotHere if not; the answer is the same as for what does not exist
   */
  public void required() {
    if (!isHeld()) {
      throw new NotHere();
    }
  }

  /** The role of a key that came from outside. */
  public static Optional<Role> of(String key) {
    return Stream.of(values()).filter(role -> role.key().equals(key)).findFirst();
  }

  /** The keys of some roles. */
  public static Set<String> keys(Set<Role> roles) {
    return roles.stream().map(Role::key).collect(Collectors.toUnmodifiableSet());
  }
}
