package org.konbit.access.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.konbit.access.SignedIn;
import org.konbit.access.signin.Joining.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person signs in with, as they change it themselves. For every change they have proved who
 * they are a few minutes ago: a desk left open is not enough.
 */
@Service
public class Factors {
  private static final Duration FRESH = Duration.ofMinutes(10);

  /** A passkey, as its owner tells it from others. */
  public record Passkey(String id, String label, Instant madeAt, Instant usedAt) {}

  /** Everything a person has. */
  public record Held(
      String signInName, List<Passkey> passkeys, boolean hasPassword, int recoveryCodesLeft) {
    /** Whether losing the one thing would shut them out. */
    public boolean canLosePasskey() {
      return hasPassword || passkeys.size() > 1;
    }
  }

  private final Accounts accounts;
  private final Passwords passwords;
  private final Passkeys passkeys;
  private final NewCode newCode;
  private final Clock clock;

  Factors(Accounts accounts, Passwords passwords, Passkeys passkeys, NewCode newCode, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.passkeys = passkeys;
    this.newCode = newCode;
    this.clock = clock;
  }

  /** Whether they proved who they are recently enough to change anything here. */
  public boolean isFresh(SignedIn who) {
    return who.provenAt().plus(FRESH).isAfter(clock.instant());
  }

  /** What the person has now. */
  public Held held(SignedIn who) {
    return new Held(
        accounts.nameOf(who.person()),
        passkeys.of(who.person()).stream()
            .map(key ->
                new Passkey(
                    key.getCredentialId().toBase64UrlString(),
                    key.getLabel(),
                    key.getCreated(),
                    key.getLastUsed()))
            .toList(),
        accounts.passwordHash(who.person()).isPresent(),
        accounts.recoveryCodesLeft(who.person()));
  }

  /** Asks the browser for one more passkey. */
  public Passkeys.Question askForPasskey(SignedIn who) {
    return passkeys.askToMake(who.person(), accounts.nameOf(who.person()));
  }

  /**
   * Keeps the passkey that the browser made.
   *
   * @return false if it does not answer the question, or another person's
   */
  public boolean addPasskey(SignedIn who, String token, String answer, String label) {
    try {
      var made = passkeys.made(token, answer, accounts.nameOf(who.person()), label);
      if (!made.person().equals(who.person())) {
        return false;
      }
      passkeys.keep(made);
      return true;
    } catch (PasskeyRefused e) {
      return false;
    }
  }

  /** Forgets a passkey, unless the person could not sign in without it. */
  public void dropPasskey(SignedIn who, String id) {
    if (held(who).canLosePasskey()) {
      passkeys.drop(who.person(), id);
    }
  }

  /**
   * Sets the password and the authenticator, in place of those there were.
   *
   * @return what is wrong; if anything, nothing has changed
   */
  @Transactional
  public Set<Problem> setPassword(SignedIn who, String password, String sealedSecret, String code) {
    var problems = EnumSet.noneOf(Problem.class);
    String name = Accounts.key(accounts.nameOf(who.person()));
    passwords
        .problem(password, List.of(name))
        .map(problem -> Problem.valueOf("PASSWORD_" + problem.name()))
        .ifPresent(problems::add);
    var proven = newCode.proven(sealedSecret, code);
    if (proven.isEmpty()) {
      problems.add(Problem.CODE_WRONG);
    } else if (problems.isEmpty()) {
      accounts.setPassword(who.person(), passwords.hash(password));
      accounts.setCode(who.person(), proven.get().secret().getBytes(), proven.get().step());
    }
    return problems;
  }

  /** New recovery codes in place of all earlier ones. This is the only time they are shown. */
  @Transactional
  public List<String> renewRecoveryCodes(SignedIn who) {
    return accounts.renewRecoveryCodes(who.person());
  }
}
