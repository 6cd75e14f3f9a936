package org.konbit.access.signin;

/** A passkey's answer does not prove what it should. The message is for a log, not for a person. */
public final class PasskeyRefused extends RuntimeException {
  PasskeyRefused(String message) {
    super(message);
  }

  PasskeyRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
