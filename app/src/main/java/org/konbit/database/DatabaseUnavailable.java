package org.konbit.database;

/**
 * Konbit cannot start because its database cannot be reached, started or trusted.
 *
 * <p>The message is written for the person at the terminal: what is wrong, then a remedy. It never
 * holds an address or a password.
 */
public final class DatabaseUnavailable extends RuntimeException {
  DatabaseUnavailable(String message) {
    super(message);
  }

  DatabaseUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
