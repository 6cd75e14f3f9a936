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

  // Whom an unknown name stands for: asked for as everybody is, and there is nothing.
  private static final UUID NOBODY = new UUID(0, 0);

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
   * who has no password, for both. Whatever is wrong, and whether or not the name is known, the
   * same questions are asked and the same sums done, so that the time tells nothing either.
   *
   * @param device what the device kept from an earlier sign-in, if anything
   */
  public Outcome byPassword(String name, String password, String code, Optional<String> device) {
    var person = accounts.named(name).orElse(NOBODY);
    boolean isRecovery = accounts.hasRecoveryCode(person, code);
    byte[] whoever =
        isRecovery
            ? attempts.holderOfRecoveryCode(person)
            : attempts.whoever(Accounts.key(name), devices.known(device, person));
    var wait = attempts.mustWait(whoever);
    if (wait.isPresent()) {
      return new Outcome.Wait(wait.get());
    }
    var hash = accounts.passwordHash(person);
    boolean isPassword = passwords.matches(password, hash);
    var step = accounts.step(person, NewCode.digits(code));
    boolean isBare = hash.isEmpty() && password.isEmpty(); // of whoever has no password
    var means = Optional.<Means>empty();
    if (isPassword && step.isPresent() && accounts.take(person, step.getAsLong())) {
      means = Optional.of(Means.CODE);
    } else if ((isPassword || isBare) && isRecovery && accounts.takeRecoveryCode(person, code)) {
      means = Optional.of(Means.RECOVERY);
    }
    if (means.isEmpty()) {
      attempts.failed(whoever);
      return new Outcome.Refused();
    }
    attempts.forgive(whoever);
    return new Outcome.Proven(person, means.get());
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
