package org.konbit.access.signin;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Proves who somebody is. What was wrong is never told, nor whether a name is known. */
@Service
public class SignIns {
  /** How a try ended. */
  public sealed interface Outcome {
    /** It is this person. */
    record Proven(UUID person, Means means) implements Outcome {}

    /** Something was wrong; nobody is told what. */
    record Refused() implements Outcome {}

    /** Too many tries: this one was not looked at. */
    record Wait(Duration time) implements Outcome {}
  }

  private final Accounts accounts;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Devices devices;
  private final Passkeys passkeys;

  SignIns(
      Accounts accounts,
      Passwords passwords,
      Attempts attempts,
      Devices devices,
      Passkeys passkeys) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.attempts = attempts;
    this.devices = devices;
    this.passkeys = passkeys;
  }

  /**
   * By a password and a code of the authenticator. A recovery code stands for the code; of a person
   * who has no password, for both.
   *
   * @param device what the device kept from an earlier sign-in, if anything
   */
  public Outcome byPassword(String name, String password, String code, Optional<String> device) {
    var person = accounts.named(name);
    byte[] whoever =
        attempts.whoever(Accounts.key(name), person.flatMap(it -> devices.known(device, it)));
    var wait = attempts.mustWait(whoever);
    if (wait.isPresent()) {
      return new Outcome.Wait(wait.get());
    }
    // Compared in any case, so that an unknown name takes as long as a known one.
    var hash = person.flatMap(accounts::passwordHash);
    boolean isPassword = passwords.matches(password, hash);
    var means =
        person.flatMap(it ->
            isPassword
                ? byCode(it, code)
                : hash.isEmpty() && password.isEmpty() ? byRecovery(it, code) : Optional.empty());
    if (means.isEmpty()) {
      attempts.failed(whoever);
      return new Outcome.Refused();
    }
    attempts.forgive(whoever);
    return new Outcome.Proven(person.orElseThrow(), means.get());
  }

  private Optional<Means> byCode(UUID person, String code) {
    return accounts.takeCode(person, NewCode.digits(code))
        ? Optional.of(Means.CODE)
        : byRecovery(person, code);
  }

  private Optional<Means> byRecovery(UUID person, String code) {
    return accounts.takeRecoveryCode(person, code) ? Optional.of(Means.RECOVERY) : Optional.empty();
  }

  /** By a passkey; no number of wrong passwords by others stands in its way. */
  public Outcome byPasskey(String token, String answer) {
    try {
      return new Outcome.Proven(passkeys.shown(token, answer), Means.PASSKEY);
    } catch (PasskeyRefused e) {
      return new Outcome.Refused();
    }
  }
}
