package org.konbit.rules.command;

/** The command was called in a way it cannot follow. */
public final class WrongUsage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WrongUsage(String message) {
    super(message);
  }

  public WrongUsage(String message, Exception cause) {
    super(message, cause);
  }
}
