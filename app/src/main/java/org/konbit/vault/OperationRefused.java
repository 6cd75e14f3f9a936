package org.konbit.vault;

/** An operator's verb cannot do what it was asked. The message says why and what to do. */
public final class OperationRefused extends RuntimeException {
  public OperationRefused(String message) {
    super(message);
  }

  public OperationRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
