package org.konbit.access.signin;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.konbit.access.Role;
import org.konbit.access.SignedIn;
import org.konbit.access.SignedIn.Place;
import org.konbit.access.signin.Invitations.Invitation;
import org.konbit.database.Acting;
import org.konbit.language.Written;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** How somebody who was invited comes in: all of it at once, or nothing. */
@Service
public class Joining {
  /** The longest name of a person, in characters. */
  public static final int LONGEST_NAME = 200;

  private static final int SHORTEST_SIGN_IN_NAME = 3;
  private static final int LONGEST_SIGN_IN_NAME = 100;

  /** What a person is to be called: by colleagues, and when signing in. */
  public record Names(String name, String signInName) {
    public Names {
      name = Written.line(name);
      signInName = Written.line(signInName);
    }
  }

  /** What is wrong with what was sent; the name ends the message key. */
  public enum Problem {
    NAME_MISSING,
    NAME_LONG,
    SIGN_IN_NAME_LENGTH,
    SIGN_IN_NAME_TAKEN,
    PASSWORD_SHORT,
    PASSWORD_LONG,
    PASSWORD_COMMON,
    PASSWORD_OWN_NAME,
    CODE_WRONG,
    PASSKEY_REFUSED,
    /** They administer people at one organisation and would audit at another. */
    AUDITOR_ELSEWHERE,
    /** The link was used or withdrawn in the meantime. */
    LINK_OVER
  }

  /** The end of a try to join. */
  public sealed interface Outcome {
    /** In, as this person. */
    record Joined(UUID person) implements Outcome {}

    /** Nothing was kept. */
    record Refused(Set<Problem> problems) implements Outcome {}
  }

  private static final String JOIN =
      """
      INSERT INTO membership (organisation_id, person_id, name, roles, until, since)
      VALUES (:organisation, :person, :name, string_to_array(:roles, ','), :until, :now)
      ON CONFLICT (organisation_id, person_id) DO NOTHING
      """;

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final Invitations invitations;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Passkeys passkeys;
  private final NewCode newCode;
  private final Audit audit;

  Joining(
      JdbcClient jdbc,
      TransactionOperations transactions,
      Clock clock,
      Invitations invitations,
      Accounts accounts,
      Passwords passwords,
      Passkeys passkeys,
      NewCode newCode,
      Audit audit) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
    this.invitations = invitations;
    this.accounts = accounts;
    this.passwords = passwords;
    this.passkeys = passkeys;
    this.newCode = newCode;
    this.audit = audit;
  }

  /**
   * With a password and an authenticator.
   *
   * @param sealedSecret as {@link NewCode.Offer#sealed} gave it
   */
  public Outcome byPassword(
      Invitation invitation, Names names, String password, String sealedSecret, String code) {
    var problems = problems(names);
    passwords
        .problem(password, List.of(Accounts.key(names.signInName())))
        .map(problem -> Problem.valueOf("PASSWORD_" + problem.name()))
        .ifPresent(problems::add);
    var proven = newCode.proven(sealedSecret, code);
    if (proven.isEmpty()) {
      problems.add(Problem.CODE_WRONG);
    }
    if (!problems.isEmpty()) {
      return new Outcome.Refused(problems);
    }
    String hash = passwords.hash(password);
    return join(
        invitation,
        UUID.randomUUID(),
        names,
        person -> {
          accounts.setPassword(person, hash);
          accounts.setCode(
              person, proven.orElseThrow().secret().getBytes(), proven.orElseThrow().step());
        });
  }

  /** What is wrong with the names, before a passkey is made for them. */
  public Set<Problem> problems(Names names) {
    var problems = EnumSet.noneOf(Problem.class);
    nameProblem(names.name()).ifPresent(problems::add);
    int length = names.signInName().length();
    if (length < SHORTEST_SIGN_IN_NAME || length > LONGEST_SIGN_IN_NAME) {
      problems.add(Problem.SIGN_IN_NAME_LENGTH);
    } else if (accounts.isTaken(names.signInName())) {
      problems.add(Problem.SIGN_IN_NAME_TAKEN);
    }
    return problems;
  }

  /** Asks the browser for a passkey; nothing is kept until it answers. */
  public Passkeys.Question askForPasskey(Names names) {
    return passkeys.askToMake(UUID.randomUUID(), names.signInName());
  }

  /** With the passkey that the browser made. */
  public Outcome byPasskey(
      Invitation invitation, Names names, String token, String answer, String label) {
    var problems = problems(names);
    if (!problems.isEmpty()) {
      return new Outcome.Refused(problems);
    }
    Passkeys.Made made;
    try {
      made = passkeys.made(token, answer, names.signInName(), label);
    } catch (PasskeyRefused e) {
      return new Outcome.Refused(EnumSet.of(Problem.PASSKEY_REFUSED));
    }
    return join(invitation, made.person(), names, _ -> passkeys.keep(made));
  }

  /** With nothing to sign in with, for the demonstration, which signs people in by links. */
  Outcome forShow(Invitation invitation, Names names) {
    return join(invitation, UUID.randomUUID(), names, _ -> {});
  }

  /** As a person who has signed in already, for another organisation. */
  public Outcome asMyself(Invitation invitation, SignedIn who, String name) {
    return nameProblem(name)
        .or(() -> conflict(invitation.choice().roles(), who.places()))
        .<Outcome>map(problem -> new Outcome.Refused(EnumSet.of(problem)))
        .orElseGet(() ->
            within(
                invitation,
                () -> {
                  if (!invitations.useUp(invitation)) {
                    return new Outcome.Refused(EnumSet.of(Problem.LINK_OVER));
                  }
                  add(invitation, who.person(), name);
                  return new Outcome.Joined(who.person());
                }));
  }

  private static Optional<Problem> conflict(Set<Role> offered, List<Place> held) {
    boolean isApart =
        !(offered.contains(Role.AUDITOR) && held.stream().anyMatch(Place::administersPeople))
            && !(offered.stream().anyMatch(Role::administersPeople)
                && held.stream().anyMatch(Place::audits));
    return isApart ? Optional.empty() : Optional.of(Problem.AUDITOR_ELSEWHERE);
  }

  private Outcome join(
      Invitation invitation,
      UUID person,
      Names names,
      java.util.function.Consumer<UUID> keepFactors) {
    return within(
        invitation,
        () -> {
          if (!accounts.add(person, names.signInName())) {
            return new Outcome.Refused(EnumSet.of(Problem.SIGN_IN_NAME_TAKEN));
          }
          if (!invitations.useUp(invitation)) {
            throw new LinkOver();
          }
          keepFactors.accept(person);
          add(invitation, person, names.name());
          return new Outcome.Joined(person);
        });
  }

  private void add(Invitation invitation, UUID person, String name) {
    jdbc.sql(JOIN)
        .param("organisation", invitation.organisation())
        .param("person", person)
        .param("name", Written.line(name))
        .param("roles", String.join(",", Role.keys(invitation.choice().roles())))
        .param("until", invitation.choice().until().orElse(null))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    audit.note(AuditAction.CREATE, "membership", List.of(person));
  }

  private Outcome within(Invitation invitation, java.util.function.Supplier<Outcome> work) {
    try {
      return new Acting.SystemActor(invitation.organisation(), "invitations", "join")
          .call(() -> transactions.execute(_ -> work.get()));
    } catch (LinkOver e) {
      return new Outcome.Refused(EnumSet.of(Problem.LINK_OVER));
    }
  }

  private static Optional<Problem> nameProblem(String name) {
    String written = Written.line(name);
    if (written.isEmpty()) {
      return Optional.of(Problem.NAME_MISSING);
    }
    return written.length() > LONGEST_NAME ? Optional.of(Problem.NAME_LONG) : Optional.empty();
  }

  /** Undoes what the transaction had begun. */
  private static final class LinkOver extends RuntimeException {}
}
