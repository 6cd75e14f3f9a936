package org.konbit.vault;

/**
 * Something cannot be opened with the keys at hand: it was altered, belongs elsewhere, or its key
 * was destroyed. The message names ids and versions only.
 */
public final class KeyRefused extends RuntimeException {
  public KeyRefused(String message) {
    super(message);
  }

  public KeyRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
