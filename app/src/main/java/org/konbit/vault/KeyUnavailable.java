package org.konbit.vault;

/**
 * Konbit cannot start because its key file is missing, damaged or open to others.
 *
 * <p>The message is written for the person at the terminal: what is wrong, then a remedy.
 */
public final class KeyUnavailable extends RuntimeException {
  public KeyUnavailable(String message) {
    super(message);
  }

  public KeyUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
